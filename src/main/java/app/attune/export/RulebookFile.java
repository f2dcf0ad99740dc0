package app.attune.export;

import app.attune.core.ItemId;
import app.attune.decide.FrameCatalogue;
import app.attune.decide.ProfileDesk;
import app.attune.rules.HitPolicyWords;
import app.attune.rules.LimitWords;
import app.attune.rules.Rule;
import app.attune.rules.RuleAbout;
import app.attune.rules.RuleCheck;
import app.attune.rules.RulePolicy;
import app.attune.rules.RuleSentence;
import app.attune.segments.ConditionSentence;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The rules in words, for people.
final class RulebookFile {
    private RulebookFile() {}

    static String of(ExportRequest request) {
        ProfileDesk desk = request.desk();
        Map<SegmentId, String> names =
                desk.segments().stream().collect(Collectors.toMap(SegmentDefinition::id, SegmentDefinition::name));
        FrameCatalogue catalogue = desk.catalogue();
        Function<ItemId, String> items = item -> catalogue.name(item) + " (" + item + ")";
        RuleSentence sentences = new RuleSentence(id -> names.getOrDefault(id, id.value()), items);
        StringBuilder text = new StringBuilder("# Rulebook of ")
                .append(plain(request.title()))
                .append("\n\n");
        text.append("Rule set version ").append(request.ruleSet().version());
        text.append(", decided as of ").append(desk.setup().asOf()).append(".\n\n## Rules\n\n");
        rules(text, request, sentences);
        policy(text, request.ruleSet().program().policy());
        defaults(text, desk);
        segments(text, desk);
        features(text, desk);
        RulebookGates.append(text, request);
        return text.toString();
    }

    private static void rules(StringBuilder text, ExportRequest request, RuleSentence sentences) {
        int n = 1;
        for (Rule rule : request.ruleSet().rules()) {
            text.append(n++)
                    .append(". **")
                    .append(plain(rule.name()))
                    .append("** (`")
                    .append(rule.id())
                    .append("`, ");
            text.append(rule.status().name().toLowerCase(Locale.ROOT)).append("): ");
            text.append(plain(sentences.of(rule))).append(".\n");
            about(text, rule.about());
        }
        if (request.ruleSet().rules().stream()
                .anyMatch(rule -> rule.limits().cap().isPresent())) {
            text.append("\nWhat a rule with a cap did before, whoever asks has to remember: the times at which it fired"
                    + " in decisions that were shown to the user, and when the visit began. What is not told counts as"
                    + " never shown.\n");
        }
        undocumented(text, request.ruleSet().rules());
    }

    private static void about(StringBuilder text, RuleAbout about) {
        List<String> known = new ArrayList<>();
        if (!about.intent().isBlank()) {
            known.add("Why: " + about.intent());
        }
        if (!about.owner().isBlank()) {
            known.add("Owner: " + about.owner());
        }
        if (!about.ticket().isBlank()) {
            known.add("Ticket: " + about.ticket());
        }
        if (!known.isEmpty()) {
            text.append("   ").append(plain(String.join(". ", known))).append('\n');
        }
    }

    private static void undocumented(StringBuilder text, List<Rule> rules) {
        List<String> names = RuleCheck.undocumented(rules).stream()
                .map(rule -> plain(rule.name()))
                .toList();
        if (!names.isEmpty()) {
            text.append("\nUndocumented, since they have no reason or no owner: ")
                    .append(String.join("; ", names))
                    .append(".\n");
        }
    }

    private static void policy(StringBuilder text, RulePolicy policy) {
        text.append('\n').append(HitPolicyWords.sentence(policy.hitPolicy())).append('\n');
        if (policy.isSwitchedOff()) {
            text.append("\nThe kill switch is pulled: all rules but those that never show items are off.\n");
        }
        if (policy.holdout().percent() > 0) {
            text.append("\nHeld out, so that no rule applies but those that never show items: ")
                    .append(plain(RuleSentence.of(policy.holdout())))
                    .append(".\n");
        }
        policy.listLimits()
                .forEach(limit -> text.append('\n')
                        .append(plain(LimitWords.sentence(limit)))
                        .append('\n'));
    }

    private static void defaults(StringBuilder text, ProfileDesk desk) {
        text.append("\nWithout a matching recommend rule the list comes from ");
        text.append(desk.setup().models().defaultKind()).append("; when that has nothing, from popularity. ");
        text.append("A user who has not agreed to personalisation gets popularity, and only exclude rules apply: ");
        text.append(String.format(
                Locale.ENGLISH,
                "%,d of %,d users.\n",
                desk.basis().withoutConsent(),
                desk.basis().users()));
        String leftOut = LeftOutModels.names(desk.setup().models().byKind().keySet());
        if (!leftOut.isEmpty()) {
            text.append("\nNot in this bundle, since only the workbench can ask them: ")
                    .append(leftOut)
                    .append(".\n");
        }
    }

    private static void segments(StringBuilder text, ProfileDesk desk) {
        ConditionSentence words = ConditionSentence.naming(desk.segments());
        text.append("\n## Segments\n\n");
        desk.segments()
                .forEach(segment -> text.append("- **")
                        .append(plain(segment.name()))
                        .append("** (`")
                        .append(segment.id())
                        .append("`, version ")
                        .append(segment.version())
                        .append("): ")
                        .append(plain(words.of(segment.condition())))
                        .append(".\n"));
    }

    private static void features(StringBuilder text, ProfileDesk desk) {
        text.append("\n## Features\n\n");
        desk.shape()
                .features()
                .features()
                .forEach(feature -> text.append("- `")
                        .append(feature.name())
                        .append("`: ")
                        .append(plain(feature.words()))
                        .append(feature.isMissingWithoutEvents() ? "; missing" : "; 0")
                        .append(" without such events.\n"));
    }

    /// On one line and without Markdown's own signs.
    static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ").replaceAll("([\\\\`*_\\[\\]<>#|])", "\\\\$1");
    }
}
