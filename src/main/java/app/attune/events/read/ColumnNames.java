package app.attune.events.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Names for the columns of a file, none blank and none twice.
final class ColumnNames {
    private ColumnNames() {}

    /// `column_1`, `column_2` and so on.
    static List<String> numbered(int count) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            names.add("column_" + i);
        }
        return names;
    }

    /// The names as written without blanks around; a blank one is numbered, a repeated one gets `_2`, `_3` …
    static List<String> unique(List<String> written) {
        Set<String> taken = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            String name = written.get(i).strip();
            String base = name.isEmpty() ? "column_" + (i + 1) : name;
            String candidate = base;
            for (int n = 2; !taken.add(candidate); n++) {
                candidate = base + "_" + n;
            }
            names.add(candidate);
        }
        return names;
    }
}
