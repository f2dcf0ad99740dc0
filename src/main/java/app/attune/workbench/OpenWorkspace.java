package app.attune.workbench;

import app.attune.cli.Services;
import app.attune.core.Problem;
import app.attune.core.Progress;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

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

    Standing standing(Progress progress);

    HomeCharts homeCharts();

    @Override
    void close();

    /// What the status bar says about the data.
    ///
    /// @param to      the day of the last event
    /// @param consent which users the screens see, in words
    record Standing(long events, long users, Optional<LocalDate> to, String consent) {
        boolean isEmpty() {
            return events == 0;
        }
    }
}
