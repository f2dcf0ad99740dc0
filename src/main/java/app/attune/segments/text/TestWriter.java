package app.attune.segments.text;

import app.attune.segments.Comparison;
import app.attune.segments.ValueCount;
import app.attune.segments.WhenMissing;
import java.util.ArrayList;
import java.util.List;

/// Writes what a value is compared with.
final class TestWriter {
    /// Longer lists are split where their row does not fit on a line.
    private static final int SHORT = 8;

    private TestWriter() {}

    /// As pieces of a line, the first to stand after a name.
    static List<String> pieces(Comparison comparison, List<String> values, WhenMissing missing) {
        List<String> pieces = new ArrayList<>();
        pieces.add(TextWords.of(comparison));
        pieces.addAll(values(comparison, values));
        if (missing == WhenMissing.YES) {
            pieces.add("or missing");
        }
        return values.size() > SHORT ? pieces : List.of(String.join(" ", pieces));
    }

    private static List<String> values(Comparison comparison, List<String> values) {
        boolean isUsual = !values.isEmpty()
                && switch (ValueCount.of(comparison)) {
                    case NONE -> false;
                    case ONE -> values.size() == 1;
                    case TWO -> values.size() == 2;
                    case SOME -> true;
                };
        if (values.isEmpty() && ValueCount.of(comparison) == ValueCount.NONE) {
            return List.of();
        }
        if (!isUsual) {
            return List.of("(" + String.join(" ", list(values)) + ")");
        }
        if (comparison == Comparison.BETWEEN) {
            return List.of(TextWords.value(values.getFirst()) + " and " + TextWords.value(values.getLast()));
        }
        List<String> list = new ArrayList<>(list(values));
        if (values.size() > 1) {
            list.addFirst("one of");
        }
        return list;
    }

    /// Each but the last with a comma.
    private static List<String> list(List<String> values) {
        List<String> list = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            list.add(TextWords.value(values.get(i)) + (i < values.size() - 1 ? "," : ""));
        }
        return list;
    }
}
