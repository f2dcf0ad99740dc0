package app.attune.decide.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Several attributes or events in one field, with commas between them. A comma may belong to a value too: what cannot
/// begin a part is joined to the one before it.
final class TypedParts {
    private TypedParts() {}

    /// Each as `name=value`.
    static List<String> attributes(String typed) {
        return parts(typed, part -> part.contains("="));
    }

    /// Each as `type`, `type:item` or `type:item=value`.
    ///
    /// @param types the data has
    static List<String> events(String typed, List<String> types) {
        return parts(typed, part -> part.contains(":") || types.contains(part));
    }

    private static List<String> parts(String typed, Predicate<String> begins) {
        List<String> parts = new ArrayList<>();
        for (String part : typed.split(",", -1)) {
            String stripped = part.strip();
            if (!parts.isEmpty() && !stripped.isEmpty() && !begins.test(stripped)) {
                parts.add(parts.removeLast() + "," + part.stripTrailing());
            } else if (!stripped.isEmpty()) {
                parts.add(stripped);
            }
        }
        return List.copyOf(parts);
    }
}
