package app.attune.rules;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which statuses a rule may have next: any, but what is retired only becomes a draft again.
public final class StatusChange {
    private StatusChange() {}

    /// Why the rule may not get the status; empty if it may.
    public static Optional<Problem> refusal(Rule rule, Rule.Status wanted) {
        if (rule.status().mayBecome(wanted)) {
            return Optional.empty();
        }
        return Optional.of(new Problem(
                "rules.status-change",
                "\u201c" + rule.name() + "\u201d is retired and can only become a draft again, not "
                        + wanted.name().toLowerCase(Locale.ROOT) + ".",
                "Make it a draft first, have it reviewed, then make it active."));
    }

    /// @throws ProblemException `rules.status-change` of the first rule that both have whose status may not change so
    public static void require(List<Rule> before, List<Rule> after) {
        for (Rule rule : after) {
            before.stream()
                    .filter(was -> was.id().equals(rule.id()))
                    .flatMap(was -> refusal(was, rule.status()).stream())
                    .findFirst()
                    .ifPresent(problem -> {
                        throw new ProblemException(problem);
                    });
        }
    }
}
