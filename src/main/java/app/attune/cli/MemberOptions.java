package app.attune.cli;

import app.attune.core.ProblemException;
import app.attune.profiles.Consents;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How the users of a segment are written to a file.
final class MemberOptions {
    @Option(names = "--out", paramLabel = "FILE", description = "For members: a CSV file of those who agreed.")
    @Nullable
    private Path out;

    @Option(
            names = "--purpose",
            paramLabel = "PURPOSE",
            description = "For members --out: what they must have agreed to (default personalisation).")
    @Nullable
    private String purpose;

    @Option(
            names = "--attributes",
            split = ",",
            paramLabel = "NAME",
            description = "For members --out: attributes beside the ids.")
    private List<String> attributes = List.of();

    /// Empty where the users are only printed.
    Optional<Path> out() {
        if (out == null) {
            refuse();
        }
        return Optional.ofNullable(out).map(Path::toAbsolutePath);
    }

    String purpose() {
        return purpose == null ? Consents.PERSONALISATION : purpose;
    }

    List<String> attributes() {
        return List.copyOf(attributes);
    }

    /// @throws ProblemException `cli.bad-option` if any was given
    void refuse() {
        if (out != null || purpose != null || !attributes.isEmpty()) {
            throw ProblemException.of(
                    "cli.bad-option",
                    "--out writes the users of members; --purpose and --attributes say how.",
                    "For example attune segment WORKSPACE members vip --out vip.csv.");
        }
    }
}
