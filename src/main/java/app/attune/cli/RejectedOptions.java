package app.attune.cli;

import app.attune.core.ProblemException;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The options of an import that go with rows kept aside and mended since.
final class RejectedOptions {
    private static final Set<String> ALLOWED =
            Set.of("--from-rejected", "--dry-run", "--rejected", "--encoding", "--consent", "--json");

    private RejectedOptions() {}

    /// @throws ProblemException `cli.not-with-rejected` naming the options that were given and do not
    static void check(CommandSpec spec) {
        List<String> others = spec.commandLine().getParseResult().matchedOptionsSet().stream()
                .map(OptionSpec::longestName)
                .filter(name -> !ALLOWED.contains(name))
                .sorted()
                .toList();
        if (!others.isEmpty()) {
            throw ProblemException.of(
                    "cli.not-with-rejected",
                    "--from-rejected reads each row as its import was read, so no other choice of reading goes with it.",
                    "Leave out " + String.join(", ", others) + ".");
        }
    }
}
