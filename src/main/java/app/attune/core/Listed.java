package app.attune.core;

import java.util.List;
import java.util.Locale;

/// The first of many names, in words: "ann, bob and 3 more".
public final class Listed {
    /// As many as a sentence bears.
    public static final int MOST = 10;

    private Listed() {}

    /// At most [#MOST].
    public static String first(List<String> names) {
        return first(MOST, names);
    }

    /// @param most 1 or more
    public static String first(int most, List<String> names) {
        String shown = String.join(", ", names.subList(0, Math.min(most, names.size())));
        return names.size() <= most ? shown : String.format(Locale.ROOT, "%s and %,d more", shown, names.size() - most);
    }
}
