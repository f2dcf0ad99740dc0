package app.attune.events.forget;

import app.attune.core.Counted;
import app.attune.events.ImportReport;

/// A later import whose file is to be imported again once the forgotten one is gone.
///
/// @param rows     of its file that were left out because something earlier held them
/// @param certainty whether it was this import that held them all
public record ReadAgain(ImportReport report, long rows, Certainty certainty) {
    /// What is known of the rows that were left out.
    public enum Certainty {
        /// The forgotten import held every one of them.
        ALL_HELD_HERE,
        /// It held some of them or none; which was not written down.
        SOME_MAYBE,
        /// None was left out, but it speaks of what an import before it is imported again for, and must come after.
        COMES_AFTER
    }

    /// "import 3, june.csv: 200 rows".
    public String words() {
        String name = "import " + report.importId() + ", " + report.fileName();
        return switch (certainty) {
            case ALL_HELD_HERE -> name + ": " + Counted.of(rows, "row");
            case SOME_MAYBE -> name + ": up to " + Counted.of(rows, "row");
            case COMES_AFTER -> name + ": for what it says last";
        };
    }
}
