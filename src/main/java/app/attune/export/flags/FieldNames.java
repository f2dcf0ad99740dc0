package app.attune.export.flags;

import app.attune.export.flags.Field.Source;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Names made of small letters, digits and underscores, whatever the analyst's words are.
public final class FieldNames {
    /// PostgreSQL cuts names after 63 letters.
    private static final int LONGEST = 48;

    private FieldNames() {}

    /// Each its own; attributes get `a_`, features `f_` before their names.
    public static Map<Field, String> of(Collection<Field> fields, String prefix) {
        Set<String> taken = new HashSet<>();
        Map<Field, String> names = new LinkedHashMap<>();
        for (Field field : fields) {
            String part = field.source() == Source.ATTRIBUTES ? "a_" : "f_";
            names.put(field, free(prefix + part + field.name(), taken));
        }
        return Collections.unmodifiableMap(names);
    }

    /// One that is not taken yet, and now is.
    public static String free(String words, Set<String> taken) {
        String plain = words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        String name = plain.substring(0, Math.min(LONGEST, plain.length()));
        String free = name;
        for (int n = 2; !taken.add(free); n++) {
            free = name + "_" + n;
        }
        return free;
    }
}
