package app.attune.cli;

import app.attune.core.Counted;
import app.attune.core.json.Json;
import app.attune.events.RejectedRow;
import app.attune.events.RejectedRows;
import app.attune.events.read.RejectReason;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Rejected rows in lines for people: where each stands, what is wrong with it, and how it is written.
final class RejectedLines {
    private static final int MOST_TEXT = 100;

    private RejectedLines() {}

    /// The first row of each reason.
    static List<String> examples(List<RejectedRow> rows) {
        Set<RejectReason> told = EnumSet.noneOf(RejectReason.class);
        return rows.stream()
                .filter(row -> told.add(row.rejection().reason()))
                .map(row -> "  Rejected, such as " + of(row))
                .toList();
    }

    static Report report(RejectedRows rejected) {
        List<String> lines = new ArrayList<>(List.of(rejected.words()));
        rejected.rows().forEach(row -> lines.add("  " + of(row)));
        if (rejected.open() > rejected.rows().size()) {
            lines.add(Counted.of(rejected.open() - rejected.rows().size(), "more row") + ": --limit shows more.");
        }
        ArrayNode json = Json.mapper().createArrayNode();
        for (RejectedRow row : rejected.rows()) {
            json.addObject()
                    .put("file", row.file())
                    .put("line", row.rejection().line())
                    .put("column", row.column())
                    .put("reason", row.rejection().reason().name())
                    .put("detail", row.rejection().detail())
                    .put("row", row.rejection().raw());
        }
        return Report.of(lines, json);
    }

    private static String of(RejectedRow row) {
        String column = row.column().isEmpty() ? "" : ", " + row.column();
        String detail =
                row.rejection().detail().isEmpty() ? "" : " (" + row.rejection().detail() + ")";
        String raw = row.rejection().raw();
        return "line " + Words.number(row.rejection().line()) + " of " + row.file() + column + ": "
                + row.rejection().reason().words() + detail + ": "
                + (raw.length() > MOST_TEXT ? raw.substring(0, MOST_TEXT) + "…" : raw);
    }
}
