package app.attune.core.sql;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.RuntimeFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.h2.api.ErrorCode;

/// Says in words what the store's errors mean.
final class SqlProblems {
    private SqlProblems() {}

    /// The exception to throw instead of `cause`; `place` is the file, or "memory".
    static RuntimeException explain(Throwable cause, String place) {
        if (cause instanceof ProblemException known) {
            return known;
        }
        Optional<Problem> fault = RuntimeFault.of(cause);
        if (fault.isPresent()) {
            return new ProblemException(fault.get(), cause);
        }
        int code = cause instanceof SQLException sql ? sql.getErrorCode() : 0;
        if (code == ErrorCode.STATEMENT_WAS_CANCELED) {
            CancellationException cancelled = new CancellationException("Cancelled");
            cancelled.initCause(cause);
            return cancelled;
        }
        return new ProblemException(problem(cause, code, place), cause);
    }

    private static Problem problem(Throwable cause, int code, String place) {
        if (isDiskFull(cause)) {
            return new Problem(
                    "store.disk-full",
                    "There is no space left on the disk of " + place + " (" + free(place) + ").",
                    "Free some space, then open the workspace again: what was saved before is kept.");
        }
        return switch (code) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 -> locked(place);
            case ErrorCode.LOCK_TIMEOUT_1, ErrorCode.CONCURRENT_UPDATE_1, ErrorCode.DEADLOCK_1 ->
                new Problem(
                        "store.busy",
                        "Another job was writing to " + place + " for too long.",
                        "Wait until it has finished, then try again.");
            case ErrorCode.DATABASE_IS_CLOSED, ErrorCode.CONNECTION_BROKEN_1, ErrorCode.OBJECT_CLOSED ->
                new Problem(
                        "store.closed", "The store is closed: " + place + ".", "Open the workspace again, then retry.");
            default -> isDamage(cause, code) ? damaged(place, cause) : failed(place, code, cause);
        };
    }

    static Problem locked(String place) {
        return new Problem(
                "store.locked",
                "The file is open in another window or program: " + place + ".",
                "Close it there first, or open another workspace.");
    }

    static Problem damaged(String place, Throwable cause) {
        return new Problem(
                "store.damaged",
                "The file is damaged and was left as it is: " + place + " (" + firstLine(cause) + ").",
                "Open one of the copies in the workspace's backups folder.");
    }

    private static Problem failed(String place, int code, Throwable cause) {
        return new Problem(
                "store.failed",
                "The store could not do that: " + firstLine(cause) + " (error " + code + ", " + place + ").",
                "Try again; if it happens again, report it with this message.");
    }

    private static boolean isDamage(Throwable cause, int code) {
        return code == ErrorCode.FILE_CORRUPTED_1
                || code == ErrorCode.FILE_VERSION_ERROR_1
                || code == ErrorCode.IO_EXCEPTION_1
                || code == ErrorCode.IO_EXCEPTION_2
                || code == ErrorCode.GENERAL_ERROR_1
                || !(cause instanceof SQLException);
    }

    private static boolean isDiskFull(Throwable cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            String message = String.valueOf(at.getMessage()).toLowerCase(Locale.ROOT);
            if (message.contains("no space left") || message.contains("not enough space")) {
                return true;
            }
        }
        return false;
    }

    private static String free(String place) {
        try {
            Path folder = Path.of(place).toAbsolutePath().getParent();
            long bytes = folder == null ? 0 : Files.getFileStore(folder).getUsableSpace();
            return String.format(Locale.ROOT, "%,d KB are free", bytes >> 10);
        } catch (IOException | InvalidPathException e) {
            return "what is free cannot be told";
        }
    }

    private static String firstLine(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        int end = message.indexOf("; SQL statement");
        String words = end < 0 ? message : message.substring(0, end);
        return words.lines().findFirst().orElse("no reason given");
    }
}
