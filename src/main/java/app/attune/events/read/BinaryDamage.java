package app.attune.events.read;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import java.util.Locale;

/// Says where a binary file cannot be read, whatever the library that reads it threw.
final class BinaryDamage {
    private BinaryDamage() {}

    /// @param line the record that was being read, from 1; 0 before the first
    static ProblemException of(String format, SourceFile file, long line, Throwable cause) {
        if (cause instanceof ProblemException problem) {
            return problem;
        }
        String place = line == 0 ? "its directory" : "record " + line;
        if (cause instanceof OutOfMemoryError) {
            return new ProblemException(tooLarge(format, file, place), cause);
        }
        return new ProblemException(
                new Problem(
                        "import.damaged",
                        "Can't read the " + format + " file " + file.name() + " at " + place + ": " + words(cause)
                                + ".",
                        "Copy or download the file again, or have it written anew, then import it."),
                cause);
    }

    private static Problem tooLarge(String format, SourceFile file, String place) {
        return new Problem(
                "import.too-large",
                String.format(
                        Locale.ROOT,
                        "Reading the %s file %s at %s needs more memory than the %,d MB that Attune may use.",
                        format,
                        file.name(),
                        place,
                        Runtime.getRuntime().maxMemory() >> 20),
                "Check that the file is whole; have it written in smaller blocks, or as CSV, and import that file.");
    }

    private static String words(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (root instanceof StackOverflowError) {
            return "its values are nested too deep";
        }
        String message = root.getMessage();
        return message == null || message.isBlank() ? root.getClass().getSimpleName() : message;
    }
}
