package app.attune.export.sql;

import app.attune.export.flags.Field;
import app.attune.export.flags.FieldNames;
import app.attune.export.flags.FlagPlan;
import app.attune.export.flags.FlagPlan.Flag;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Names of columns, made of small letters, digits and underscores whatever the analyst's words are.
///
/// @param columns of the table, by field
/// @param flags   columns of the answer, by key of the flag
record SqlNames(Map<Field, String> columns, Map<String, String> flags) {
    static final String TABLE = "attune_profile";
    static final String USER = "user_id";

    static SqlNames of(FlagPlan plan) {
        Map<Field, String> columns = FieldNames.of(plan.fields(), "");
        Set<String> taken = new HashSet<>(columns.values());
        taken.add(USER);
        Map<String, String> flags = new LinkedHashMap<>();
        for (Flag flag : plan.flags()) {
            flags.put(flag.key(), FieldNames.free(flag.key(), taken));
        }
        return new SqlNames(columns, Collections.unmodifiableMap(flags));
    }

    /// The analyst's words for a comment: letters, digits and blanks, on one line.
    static String comment(String words) {
        StringBuilder text = new StringBuilder();
        words.codePoints()
                .limit(100)
                .forEach(letter -> text.appendCodePoint(
                        Character.isLetterOrDigit(letter) || " .,_()%".indexOf(letter) >= 0 ? letter : '?'));
        return text.toString();
    }
}
