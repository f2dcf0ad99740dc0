package app.attune.cli;

import app.attune.core.Counted;
import app.attune.decide.Consent;
import app.attune.decide.Decision;
import app.attune.decide.Preview;
import app.attune.events.ConsentStatus;
import app.attune.profiles.Population;
import app.attune.rules.RuleId;
import app.attune.rules.RuleTrace;
import app.attune.rules.RulesOff;
import app.attune.rules.TriedWords;
import app.attune.segments.AttributeCondition;
import app.attune.segments.ExplainedLine;
import app.attune.segments.Explanation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// A decision and its reasons, in words for people; JSON keeps the codes.
final class DecisionWords {
    private DecisionWords() {}

    static String consent(Optional<String> consent) {
        return consent.map(said -> said.equals(Consent.DECLARED)
                        ? "declared for all users of whom files say nothing"
                        : said.toLowerCase(Locale.ROOT))
                .orElse("unknown, so not given");
    }

    /// Why a user is in a segment, or out of it.
    static String because(Explanation explanation) {
        List<Explanation> rows = explanation.decisive();
        return rows.isEmpty()
                ? explanation.text()
                : rows.stream().map(DecisionWords::row).collect(Collectors.joining("; "));
    }

    /// As [#because], a line each: the headings of groups that decide with the rows that do below them.
    static List<String> lines(Explanation explanation) {
        return ExplainedLine.of(explanation).stream()
                .filter(ExplainedLine::decides)
                .map(line -> "  ".repeat(line.depth()) + line(line))
                .toList();
    }

    private static String line(ExplainedLine line) {
        Explanation part = line.part();
        String words = part.isRow() ? row(part) : part.heading();
        return line.mark() == ExplainedLine.Mark.RIGHTLY_NOT ? words + ": is not so, as it must be" : words;
    }

    /// One row; what was said of consent in small letters.
    static String row(Explanation row) {
        boolean consent = row.condition() instanceof AttributeCondition one
                && one.attribute().startsWith(Population.CONSENT_PREFIX);
        return consent ? inWords(row.text()) : row.text();
    }

    private static String inWords(String text) {
        String words = text;
        for (ConsentStatus status : ConsentStatus.values()) {
            words = words.replace(status.name(), status.name().toLowerCase(Locale.ROOT));
        }
        return words;
    }

    /// What became of a rule, called by its name.
    ///
    /// @param preview says more of some, and what the rule it lost to is called
    static String of(RuleTrace trace, Preview preview) {
        List<RuleTrace> all = preview.decision().rules();
        String end = switch (trace.verdict()) {
            case FIRED ->
                (trace.items() == 0 ? "fired" : "fired on " + Counted.of(trace.items(), "item"))
                        + (trace.tried().isEmpty() ? "" : ": " + TriedWords.of(trace.tried()));
            case LOST -> "lost: " + cause(trace, all);
            case NOT_MATCHED -> "not matched: " + preview.missed(trace).orElseGet(() -> cause(trace, all));
            case INACTIVE -> "not active: " + preview.missed(trace).orElseGet(() -> cause(trace, all));
        };
        return trace.name() + ": " + end;
    }

    private static String cause(RuleTrace trace, List<RuleTrace> all) {
        String other = trace.lostTo().map(rule -> name(rule, all)).orElse("another rule");
        return switch (trace.cause()) {
            case STATUS -> "it is no active rule";
            case SEGMENT -> "the user is not in its segment";
            case SCHEDULE -> "its schedule does not run at that time";
            case SWITCHED_OFF -> "all rules but those that hide items are switched off";
            case CONTEXT -> "the request is at another place, device or basket than it asks for, or does not say";
            case ROLLOUT -> "the user is not in the part of the users it is for";
            case CAPPED -> "shown as often as its cap allows";
            case HOLDOUT -> "the user is held out from rules";
            case NONE, EARLIER_RULE -> other + " comes first";
            case PLACE_TAKEN -> other + " has the place";
            case EXCLUDED -> other + " hides all its items";
            case PINNED -> other + " pins all its items";
            case REFUSED -> "no consent to personalisation";
            case NO_CANDIDATES ->
                trace.tried().isEmpty() ? "its model has nothing for this user" : TriedWords.of(trace.tried());
        };
    }

    private static String name(RuleId rule, List<RuleTrace> all) {
        return all.stream()
                .filter(trace -> trace.rule().equals(rule))
                .map(RuleTrace::name)
                .findFirst()
                .orElseGet(rule::value);
    }

    /// Why no rule but those that hide items took part.
    static String of(RulesOff off) {
        return switch (off) {
            case SWITCHED_OFF -> "All rules but those that hide items are switched off.";
            case HOLDOUT -> "The user is held out: no rule applies but those that hide items.";
        };
    }

    /// Where the list comes from.
    static String of(Decision decision) {
        String model = decision.model().map(name -> " " + name).orElse("");
        return switch (decision.reason()) {
            case TARGETING_MATCH -> "a rule chose the model" + model;
            case RECOMMENDER -> "from the default model" + model;
            case FALLBACK -> "from the model" + model + ", since the first choice had nothing for this user";
            case DEFAULT -> "no model has anything for this user";
            case DISABLED -> "no consent to personalisation, so what is most popular, and only rules that hide items";
            case ERROR -> "the decision failed";
        };
    }
}
