package app.attune.events.read;

import app.attune.core.Problem;
import app.attune.core.ProblemException;

/// Says where a binary file cannot be read, whatever the library that reads it threw.
final class BinaryDamage {
    private BinaryDamage() {}

    /// @param line the record that was being read, from 1; 0 before the first
    static ProblemException of(String format, SourceFile file, long line, Exception cause) {
        if (cause instanceof ProblemException problem) {
            return problem;
        }
        String place = line == 0 ? "its directory" : "record " + line;
        return new ProblemException(
                new Problem(
                        "import.damaged",
                        "Can't read the " + format + " file " + file.name() + " at " + place + ": " + words(cause)
                                + ".",
                        "Copy or download the file again, or have it written anew, then import it."),
                cause);
    }

    private static String words(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage();
        return message == null || message.isBlank() ? root.getClass().getSimpleName() : message;
    }
}
