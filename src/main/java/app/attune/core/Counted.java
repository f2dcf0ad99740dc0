package app.attune.core;

import java.util.Locale;

/// How many there are of what, in words: "1 event", "15,000 events".
public final class Counted {
    private Counted() {}

    /// @param one the word for one of them; several take an s
    public static String of(long count, String one) {
        return of(count, one, one + "s");
    }

    /// @param several the words for none or several, such as "people"
    public static String of(long count, String one, String several) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : several);
    }
}
