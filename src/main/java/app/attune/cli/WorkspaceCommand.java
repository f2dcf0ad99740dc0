package app.attune.cli;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.WrittenTime;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/// A command on an existing workspace.
abstract class WorkspaceCommand extends Command {
    @Parameters(index = "0", paramLabel = "WORKSPACE", description = "The workspace's folder.")
    @Nullable
    private Path folder;

    WorkspaceCommand(Surroundings surroundings) {
        super(surroundings);
    }

    abstract Report run(Services services);

    /// What is answered without opening a workspace; empty where one is needed.
    Optional<Report> unopened() {
        return Optional.empty();
    }

    /// The workspace's folder as it was given.
    final String folder() {
        return Words.given(folder, "WORKSPACE").toString();
    }

    @Override
    final Report run() {
        return unopened().orElseGet(this::opened);
    }

    private Report opened() {
        try (Services services =
                Services.open(Words.given(folder, "WORKSPACE"), surroundings().clock())) {
            services.workspace().findings().forEach(this::warn);
            return run(services);
        }
    }

    Progress progress() {
        return surroundings().progress();
    }

    /// "As of …", and why that time where there are no events.
    String asOfWords(Services services, Instant asOf) {
        return hasEvents(services)
                ? "As of " + asOf + "."
                : "There are no events yet. As of " + asOf
                        + ", midnight after the newest import if not asked otherwise.";
    }

    private boolean hasEvents(Services services) {
        return services.populations().current(progress()).events().eventCount() > 0;
    }

    /// The as-of time as written (an instant or a date, midnight UTC), or the one of
    /// [app.attune.profiles.Population#defaultAsOf].
    Instant asOf(Services services, @Nullable String written) {
        if (written == null) {
            return services.populations().current(progress()).defaultAsOf();
        }
        return time(written);
    }

    /// A date is its midnight in UTC.
    ///
    /// @throws ProblemException `cli.bad-time`
    static Instant time(String written) {
        try {
            return WrittenTime.instant(written);
        } catch (DateTimeException e) {
            throw ProblemException.of(
                    "cli.bad-time",
                    "Not a date or time: " + written + ".",
                    "Write a date such as 2026-11-01, or a time such as 2026-11-01T00:00:00Z.");
        }
    }
}
