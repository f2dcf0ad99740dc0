package app.attune.cli;

import app.attune.core.ProblemException;
import app.attune.rules.RuleId;
import app.attune.rules.Shown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that say what the user was shown before, for rules with a cap.
final class ShownOptions {
    @Option(
            names = "--shown",
            paramLabel = "RULE=TIME",
            description = "When a rule was shown to the user before; counts for its cap. Can be given several times.")
    private List<String> shown = List.of();

    @Option(names = "--visit-since", paramLabel = "TIME", description = "Since when the visit lasts, for caps of it.")
    @Nullable
    private String visit;

    /// @throws ProblemException if a value is none
    Shown shown() {
        Map<RuleId, List<Instant>> firings = new HashMap<>();
        for (String one : shown) {
            int at = one.indexOf('=');
            if (at < 0) {
                throw ProblemException.of(
                        "cli.bad-option",
                        "--shown " + one + " does not say when.",
                        "Give a rule and a time, such as --shown offer-spring=2026-08-01T10:00:00Z.");
            }
            RuleId rule = Words.checked(() -> new RuleId(one.substring(0, at)));
            firings.computeIfAbsent(rule, id -> new ArrayList<>()).add(WorkspaceCommand.time(one.substring(at + 1)));
        }
        return new Shown(firings, Optional.ofNullable(visit).map(WorkspaceCommand::time));
    }
}
