package app.attune.core.sql;

import app.attune.core.Progress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.h2.engine.Session;
import org.h2.jdbc.JdbcConnection;

/// Cancels the statement a connection is running as soon as nobody wants its result any more.
final class Cancellation {
    private static final long POLL_MILLIS = 50;

    private final Future<?> watch;

    private Cancellation(Future<?> watch) {
        this.watch = watch;
    }

    static Cancellation watch(Connection connection, Progress progress, ScheduledExecutorService clock)
            throws SQLException {
        Session session = connection.unwrap(JdbcConnection.class).getSession();
        Runnable look = () -> {
            if (progress.isCancelled()) {
                session.cancel();
            }
        };
        return new Cancellation(clock.scheduleWithFixedDelay(look, POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS));
    }

    void stop() {
        watch.cancel(false);
    }
}
