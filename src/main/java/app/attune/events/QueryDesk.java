package app.attune.events;

import app.attune.core.Progress;

/// Answers queries over one state of the data. Nothing a query says can change anything or reach a file.
public interface QueryDesk extends AutoCloseable {
    /// One query at a time; others wait.
    ///
    /// @param most rows at most
    /// @throws app.attune.core.ProblemException              `sql.not-understood`, `sql.not-allowed`, `sql.failed`
    /// @throws java.util.concurrent.CancellationException if it was cancelled
    SqlAnswer run(String sql, int most, Progress progress);

    /// Which columns a query can name, as `events: time, user_id, ...`, a table a line.
    String tables();

    @Override
    void close();
}
