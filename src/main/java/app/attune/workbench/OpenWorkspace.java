package app.attune.workbench;

import app.attune.cli.Services;
import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.profiles.ConsentBasis;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the window needs of an open workspace. Only `standing` and `close` take long.
interface OpenWorkspace extends AutoCloseable {
    /// What screens work with.
    Services services();

    Path folder();

    String name();

    /// What opening it noticed, such as that it was not closed last time.
    default List<Problem> findings() {
        return List.of();
    }

    /// Runs `answer` whenever another window is asked to open this workspace; any thread may be the one.
    default void whenAskedFor(Runnable answer) {}

    Standing standing(Progress progress);

    /// Looks at everything as it was then, until it is closed.
    void lookAt(Instant asOf);

    /// Looks at the latest data.
    void lookAtLatest();

    /// Keeps what the analyst says of users of whom the data says nothing.
    ///
    /// @param reason how it is known, in a sentence
    void declare(ConsentBasis basis, String reason);

    HomeCharts homeCharts();

    /// Backups, the check and archives.
    Keeping keeping();

    @Override
    void close();

    /// How it is known who may be personalised.
    enum Agreement {
        /// The data says it.
        TOLD,
        /// The analyst declared it.
        DECLARED,
        /// Nobody said anything: everybody gets popular items only.
        MISSING
    }

    /// What the status bar says about the data at the time that is looked at.
    ///
    /// @param to       the day of the last event
    /// @param consent  which users the screens see, in words
    /// @param purposes those of which files say who agreed
    record Standing(
            long events,
            long users,
            Optional<LocalDate> to,
            String consent,
            Agreement agreement,
            Set<String> purposes,
            Moment moment) {
        /// Whether there are no events at any time.
        boolean isEmpty() {
            return events == 0 && moment.isLatest();
        }
    }
}
