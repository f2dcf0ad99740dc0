package app.attune.export.flags;

import java.util.Locale;

/// Names of people as they can stand in any file: what cannot be seen is written as its number.
public final class Shown {
    private Shown() {}

    /// On one line, with `\\u000a` for a line break; meant for readers, never read back.
    public static String of(String name) {
        StringBuilder shown = new StringBuilder();
        name.codePoints().forEach(letter -> {
            if (isSeen(letter)) {
                shown.appendCodePoint(letter);
            } else {
                shown.append(String.format(Locale.ROOT, "\\u%04x", letter));
            }
        });
        return shown.toString();
    }

    private static boolean isSeen(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
