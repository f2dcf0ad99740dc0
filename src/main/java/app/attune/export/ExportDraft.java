package app.attune.export;

import app.attune.core.Problem;
import app.attune.decide.ProfileDesk;
import app.attune.recommend.Algorithm;
import app.attune.rules.RuleSentence;
import app.attune.rules.RuleSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What there is to export and what stands against it.
///
/// @param title    of the workspace
/// @param ruleSet  the newest; empty when no rules were saved yet
/// @param segments what is wrong with segments
/// @param rules    what keeps rules from being decided at all
/// @param checks   what else is asked of the rules
/// @param models   kinds of the trained models
/// @param needs    what the server must make before it can decide
/// @param sentences with the names of segments and items
/// @param desk     decides as the bundle will; to be asked only when segments are in order
public record ExportDraft(
        String title,
        Optional<RuleSet> ruleSet,
        List<Problem> segments,
        List<Problem> rules,
        RuleChecks checks,
        List<String> models,
        ServerNeeds needs,
        RuleSentence sentences,
        Supplier<ProfileDesk> desk) {
    public ExportDraft {
        segments = List.copyOf(segments);
        rules = List.copyOf(rules);
        models = List.copyOf(models);
    }

    /// As gates stand when nothing is waived.
    public List<Gate> gates() {
        return gates(GateOptions.usual());
    }

    /// In the order in which they are to be cleared.
    public List<Gate> gates(GateOptions options) {
        return Stream.of(
                        Gate.of(Gate.SEGMENTS, segments),
                        Gate.of(Gate.RULES, ruleSet.isEmpty() ? List.of(noRules()) : rules),
                        Gate.of(Gate.MODELS, modelFindings(), LeftOutModels.notes(models)),
                        Gate.of(Gate.CONSENT, checks.refused(), checks.refusedNotes()),
                        Gate.of(Gate.CONFLICTS, checks.conflicts()),
                        Gate.of(Gate.EXAMPLES, checks.examples(), checks.exampleNotes()),
                        Gate.of(Gate.SIZE, checks.smallerThan(options.minimumSegment())),
                        Gate.of(Gate.REVIEW, checks.unreviewed()),
                        Gate.noting(Gate.SERVER, needs.notes()),
                        Gate.later(Gate.GOLDEN))
                .map(gate -> gate.with(options.waiver(gate.id())))
                .toList();
    }

    /// Kinds of the models that go into the bundle.
    public List<String> carried() {
        return models.stream().filter(Algorithm::isServed).toList();
    }

    private List<Problem> modelFindings() {
        return carried().isEmpty()
                ? List.of(noModels())
                : ruleSet.map(set -> LeftOutModels.findings(set.rules())).orElse(List.of());
    }

    private static Problem noRules() {
        return new Problem(
                "export.no-rules",
                "There are no rules yet.",
                "Save at least one rule under Rules, or from what attune rule WORKSPACE example prints, then export.");
    }

    private static Problem noModels() {
        return new Problem(
                "export.no-models",
                "No recommender that a server can ask is trained, so lists would hold pinned items only.",
                "Train popularity or item-kNN under Models, then export.");
    }
}
