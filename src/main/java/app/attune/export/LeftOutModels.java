package app.attune.export;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.recommend.Algorithm;
import app.attune.rules.ModelWords;
import app.attune.rules.Rule;
import app.attune.rules.Treatment;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Trained models that only the workbench can ask: a bundle leaves them out, and no active rule of it may name one.
final class LeftOutModels {
    private LeftOutModels() {}

    /// Of some kinds, those that a bundle leaves out, by name.
    static List<String> of(Collection<String> kinds) {
        return kinds.stream().filter(kind -> !Algorithm.isServed(kind)).sorted().toList();
    }

    /// Empty if there are none.
    static String names(Collection<String> kinds) {
        return of(kinds).stream().map(ModelWords::name).collect(Collectors.joining(", "));
    }

    /// What is left out, as a note.
    static List<Problem> notes(Collection<String> kinds) {
        String names = names(kinds);
        return names.isEmpty()
                ? List.of()
                : List.of(new Problem(
                        "export.models-left-out",
                        "Left out of the bundle: " + names + ", which only the workbench can ask.",
                        "No active rule names " + (of(kinds).size() == 1 ? "it" : "them")
                                + "; there is nothing to do."));
    }

    /// Active rules that name such a model, first or after others.
    static List<Problem> findings(List<Rule> rules) {
        return rules.stream()
                .filter(Rule::isActive)
                .flatMap(rule -> named(rule).map(kind -> finding(rule, kind)))
                .toList();
    }

    /// @throws ProblemException `export.window-only-model` if an active rule names such a model
    static void requireNone(List<Rule> rules) {
        findings(rules).stream().findFirst().ifPresent(problem -> {
            throw new ProblemException(problem);
        });
    }

    private static Stream<String> named(Rule rule) {
        return rule.treatment() instanceof Treatment.Recommend recommend
                ? recommend.models().stream().filter(kind -> !Algorithm.isServed(kind))
                : Stream.of();
    }

    private static Problem finding(Rule rule, String kind) {
        return new Problem(
                "export.window-only-model",
                "\u201c" + rule.name() + "\u201d recommends by " + ModelWords.name(kind)
                        + ", which only the workbench can ask: no bundle can carry it.",
                "Let the rule name another model, such as Item-kNN, or pause it.");
    }
}
