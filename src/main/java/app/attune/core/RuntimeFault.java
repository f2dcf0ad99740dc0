package app.attune.core;

import java.util.Locale;
import java.util.Optional;

/// Says in words what the Java runtime could not do: find memory, call deeper, load a class.
public final class RuntimeFault {
    private RuntimeFault() {}

    /// The problem behind `thrown` or one of its causes, empty where it is nothing of the kind.
    public static Optional<Problem> of(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            switch (at) {
                case OutOfMemoryError memory -> {
                    return Optional.of(outOfMemory());
                }
                case StackOverflowError deep -> {
                    return Optional.of(tooDeep());
                }
                case LinkageError missing -> {
                    return Optional.of(missing(missing));
                }
                default -> {
                    // The cause may be one.
                }
            }
        }
        return Optional.empty();
    }

    private static Problem outOfMemory() {
        return new Problem(
                "app.out-of-memory",
                String.format(
                        Locale.ROOT,
                        "Attune ran out of memory: it may use %,d MB. Nothing half-done was kept.",
                        Runtime.getRuntime().maxMemory() >> 20),
                "Take fewer rows or columns at once, or allow more memory: set JAVA_TOOL_OPTIONS to -Xmx4g and start"
                        + " Attune again.");
    }

    private static Problem tooDeep() {
        return new Problem(
                "app.too-deep",
                "Something here is nested too deep to be worked through. Nothing half-done was kept.",
                "Take it apart into simpler parts; if a file caused this, have it written anew.");
    }

    private static Problem missing(LinkageError missing) {
        return new Problem(
                "app.incomplete",
                "A part of Attune is missing or does not fit this computer: " + missing.getMessage() + ".",
                "Install Attune again; if it stays, report it with this message.");
    }
}
