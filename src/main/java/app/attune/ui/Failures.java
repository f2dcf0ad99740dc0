package app.attune.ui;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.RuntimeFault;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns whatever work threw into a problem the analyst can read; logs once what nobody foresaw.
public final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /// @param title of the work, as the task pane calls it
    public static Problem problem(String title, Throwable thrown) {
        return switch (thrown) {
            case ProblemException expected -> expected.problem();
            case CancellationException cancelled -> cancelled(title);
            default -> unexpected(title, thrown);
        };
    }

    /// Tells, on the window's thread, of everything that no task boundary caught.
    public static void tellUncaught(Consumer<Problem> teller) {
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, thrown) -> Platform.runLater(() -> teller.accept(problem("Attune", thrown))));
    }

    static Problem cancelled(String title) {
        return new Problem(Tasks.CANCELLED, "Cancelled: " + title, "Nothing was changed. Start it again any time.");
    }

    private static Problem unexpected(String title, Throwable thrown) {
        LOG.error("Unexpected error during {}", title, thrown);
        return RuntimeFault.of(thrown)
                .orElseGet(() -> new Problem(
                        Tasks.UNEXPECTED,
                        "Unexpected error: " + title + " stopped (" + place(thrown) + ").",
                        "Try again; if it stops again, copy the details and report them."));
    }

    private static String place(Throwable thrown) {
        for (StackTraceElement frame : thrown.getStackTrace()) {
            if (frame.getClassName().startsWith("app.attune")) {
                return thrown.getClass().getSimpleName() + " in " + frame.getFileName() + ", line "
                        + frame.getLineNumber();
            }
        }
        return thrown.getClass().getSimpleName();
    }
}
