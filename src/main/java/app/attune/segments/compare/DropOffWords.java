package app.attune.segments.compare;

import app.attune.core.Counted;
import app.attune.segments.compare.DropOff.Row;
import java.util.ArrayList;
import java.util.List;

/// A drop-off in words.
public final class DropOffWords {
    private DropOffWords() {}

    /// The row that costs most, as a title: "Row 2 costs most: of 30 users it leaves 15 (50%), those whose country is
    /// Austria."
    public static String sentence(DropOff found) {
        return found.costliest()
                .map(row -> "Row " + row.number() + " costs most: of " + Counted.of(row.before(), "user")
                        + " it leaves " + OverlapWords.number(row.after()) + " (" + share(row) + "), those "
                        + row.words() + ".")
                .orElse(
                        found.rows().isEmpty()
                                ? "No row is counted: everybody is left, " + Counted.of(found.left(), "user") + "."
                                : "No row takes anybody away: " + Counted.of(found.left(), "user") + " are left.");
    }

    /// How many of the users before it a row leaves: "50%", "-" where nobody was left.
    public static String share(Row row) {
        return OverlapWords.percent(row.after(), row.before());
    }

    /// What is to be said besides: rows that are not counted, and why.
    public static List<String> remarks(DropOff found) {
        List<String> remarks = new ArrayList<>();
        found.broken()
                .forEach(one -> remarks.add("Row " + one.number() + " is not counted: "
                        + one.problem().message()));
        if (found.muted() > 0) {
            remarks.add(Counted.of(found.muted(), "row") + (found.muted() == 1 ? " is" : " are")
                    + " muted and not counted.");
        }
        return remarks;
    }
}
