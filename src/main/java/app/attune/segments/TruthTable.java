package app.attune.segments;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What every comparison says of a value that is known and of one that is missing, in words.
public final class TruthTable {
    /// What stands above the columns.
    public static final List<String> HEAD =
            List.of("comparison", "value known", "value missing", "missing, with \"whenMissing\": \"yes\"");

    /// What "none of" makes of it.
    public static final String NEGATED =
            "Below \"none of\" every yes becomes no and every no becomes yes: none of (country is Germany) matches users"
                    + " whose country is missing.";

    private static final String CANNOT = "-";

    private TruthTable() {}

    /// One line.
    ///
    /// @param known      of a value that is known
    /// @param missing    of a missing value
    /// @param saidToMatch of a missing value where it is said that it matches; "-" where that cannot be said
    public record Line(String comparison, String known, String missing, String saidToMatch) {}

    /// One line for each comparison.
    public static List<Line> lines() {
        return Arrays.stream(Comparison.values()).map(TruthTable::line).toList();
    }

    private static Line line(Comparison comparison) {
        return new Line(
                Wording.of(comparison).toLowerCase(Locale.ROOT),
                known(comparison),
                word(comparison.matchesMissing(WhenMissing.NO)),
                comparison.asksForMissing() ? CANNOT : word(comparison.matchesMissing(WhenMissing.YES)));
    }

    private static String known(Comparison comparison) {
        return comparison.asksForMissing() ? word(comparison == Comparison.IS_PRESENT) : "if it compares so";
    }

    private static String word(boolean matches) {
        return matches ? "yes" : "no";
    }
}
