package app.attune.segments.text;

import app.attune.segments.Comparison;
import app.attune.segments.ValueCount;
import app.attune.segments.WhenMissing;
import java.util.ArrayList;
import java.util.List;

/// Reads what a value is compared with.
final class TestReader {
    private static final List<Comparison> COMPARISONS = List.of(
            Comparison.IS_MISSING,
            Comparison.IS_PRESENT,
            Comparison.IS_NOT,
            Comparison.AT_LEAST,
            Comparison.AT_MOST,
            Comparison.MORE_THAN,
            Comparison.LESS_THAN,
            Comparison.BETWEEN,
            Comparison.CONTAINS,
            Comparison.STARTS_WITH,
            Comparison.IS);

    private final TextCursor row;

    /// A comparison, its values, and what it says of a missing one.
    record Test(Comparison comparison, List<String> values, WhenMissing missing) {}

    TestReader(TextCursor row) {
        this.row = row;
    }

    Test test() {
        Comparison comparison = comparison();
        List<String> values = values(comparison);
        boolean missing = !comparison.asksForMissing() && row.takes("or missing");
        return new Test(comparison, values, missing ? WhenMissing.YES : WhenMissing.NO);
    }

    /// As it is written, or without its "is".
    private Comparison comparison() {
        for (Comparison comparison : COMPARISONS) {
            String words = TextWords.of(comparison);
            boolean canBeShort = words.startsWith("is ") && comparison != Comparison.IS_NOT;
            if (row.takes(words) || (canBeShort && row.takes(words.substring("is ".length())))) {
                return comparison;
            }
        }
        throw row.expected("a comparison such as is, is at least, contains or is missing is", NearPhrases.FOLLOWING);
    }

    private List<String> values(Comparison comparison) {
        if (row.takes("(")) {
            return bracketed();
        }
        return switch (ValueCount.of(comparison)) {
            case NONE -> List.of();
            case ONE -> List.of(value());
            case TWO -> {
                String from = value();
                row.needs("and");
                yield List.of(from, value());
            }
            case SOME -> {
                row.takes("one of");
                yield row.takes("(") ? bracketed() : list();
            }
        };
    }

    private List<String> bracketed() {
        if (row.takes(")")) {
            return List.of();
        }
        List<String> values = list();
        row.needs(")");
        return values;
    }

    private List<String> list() {
        List<String> values = new ArrayList<>(List.of(value()));
        while (row.takes(",")) {
            values.add(value());
        }
        return values;
    }

    private String value() {
        return row.value();
    }
}
