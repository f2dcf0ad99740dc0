package app.attune.events.forget;

import app.attune.core.Counted;
import app.attune.events.ImportReport;
import java.util.List;
import java.util.stream.Collectors;

/// A later import that stays as it is, and of which somebody who forgets one ought to know.
public record Remaining(ImportReport report, Why why) {
    private static final int NAMED = 5;

    /// What there is to know.
    public enum Why {
        /// It read rejected rows of the forgotten one again.
        HOLDS_MENDED_ROWS,
        /// It left out what the forgotten one had said of users before.
        LEFT_OUT_WHAT_WAS_SAID,
        /// Its events say of their users what files that are imported again afterwards say as well.
        IS_OVERTAKEN
    }

    /// About all of them that are there for the same reason; one at least.
    static String sentence(Why why, List<Remaining> all) {
        String more = all.size() > NAMED ? "; and " + Counted.of(all.size() - NAMED, "other") : "";
        String names = all.stream().limit(NAMED).map(Remaining::words).collect(Collectors.joining("; ")) + more;
        return switch (why) {
            case HOLDS_MENDED_ROWS ->
                "Rejected rows of it that were mended and read again stay: " + names
                        + ". Forget these imports too if those rows are to go.";
            case LEFT_OUT_WHAT_WAS_SAID ->
                "These imports of events were made by an older version, which kept of users only what was new then: "
                        + names + ". Where they repeat what this one says of users, that goes too. To keep it, forget"
                        + " them as well and import their files again.";
            case IS_OVERTAKEN ->
                "What is imported again counts as said last of users, also where these imports of events say otherwise: "
                        + names + ". To keep what they say, forget them too and import their files again at the end.";
        };
    }

    private String words() {
        String name = "import " + report.importId() + ", " + report.fileName();
        return why == Why.HOLDS_MENDED_ROWS ? name + ": " + Counted.of(report.accepted(), "row") : name;
    }
}
