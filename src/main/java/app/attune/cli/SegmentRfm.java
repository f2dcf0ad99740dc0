package app.attune.cli;

import app.attune.core.Counted;
import app.attune.core.Progress;
import app.attune.core.json.Json;
import app.attune.segments.Condition;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentId;
import app.attune.segments.compare.SegmentProfile;
import app.attune.segments.rfm.RfmAxis;
import app.attune.segments.rfm.RfmCondition;
import app.attune.segments.rfm.RfmGrid;
import app.attune.segments.rfm.RfmService;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Buyers by two of recency, frequency and money, and segments made of them.
record SegmentRfm(Services services, Progress progress, Instant asOf) {
    private static final int[] WIDTHS = {8, 26, 22, 10, 10, 14};

    /// @param name of a segment to be made of the chosen cells; empty for none
    Report grid(String name, RfmOptions options) {
        options.requireBoth(name);
        RfmGrid grid = new RfmService(services.segments()).grid(options.wish(), asOf, progress);
        List<RfmGrid.Cell> chosen = options.chosen(grid);
        List<String> lines = new ArrayList<>(head(grid));
        ObjectNode node = Json.mapper()
                .createObjectNode()
                .put("asOf", asOf.toString())
                .put("buyers", grid.buyers())
                .put("revenue", grid.revenue())
                .put(key(grid.axes().rows()), grid.rows().text())
                .put(key(grid.axes().columns()), grid.columns().text());
        ArrayNode cells = node.putArray("cells");
        grid.cells().forEach(cell -> {
            lines.add(line(grid, cell));
            cells.add(json(grid, cell));
        });
        if (!name.isEmpty()) {
            SegmentId saved = save(name, RfmCondition.of(grid, chosen));
            lines.add("");
            lines.add("Saved " + saved + ": " + Counted.of(grid.users(chosen), "user") + ".");
            node.put("saved", saved.value()).put("users", grid.users(chosen));
        }
        lines.add("As of " + asOf + ".");
        return Report.of(lines, node);
    }

    private static List<String> head(RfmGrid grid) {
        String counted = grid.frequency().isEmpty() ? "" : ", counted by different " + grid.frequency();
        return List.of(
                Counted.of(grid.buyers(), "buyer") + " with " + grid.sale() + " events" + counted + ".",
                "",
                Words.columns(
                        WIDTHS,
                        "Cell",
                        title(grid.axes().rows()),
                        title(grid.axes().columns()),
                        "users",
                        "share",
                        "revenue"));
    }

    private SegmentId save(String name, Condition condition) {
        return services.segments()
                .save(
                        Words.checked(() -> new SegmentDraft(services.segments().suggestId(name), name, condition)),
                        "cli",
                        "Made of cells of the RFM grid")
                .id();
    }

    private static String title(RfmAxis axis) {
        return switch (axis) {
            case RECENCY -> "last, days ago";
            case FREQUENCY -> "times";
            case MONEY -> "spent";
        };
    }

    private static String key(RfmAxis axis) {
        return axis == RfmAxis.FREQUENCY ? "times" : Words.code(axis);
    }

    private static ObjectNode json(RfmGrid grid, RfmGrid.Cell cell) {
        ObjectNode node =
                Json.mapper().createObjectNode().put("cell", grid.name(cell)).put("users", cell.size());
        return cell.size() < SegmentProfile.FEWEST ? node : node.put("revenue", cell.revenue());
    }

    /// Revenue of fewer users tells of single ones.
    private static String line(RfmGrid grid, RfmGrid.Cell cell) {
        return Words.columns(
                WIDTHS,
                grid.name(cell),
                grid.rows().name(cell.row()),
                grid.columns().name(cell.column()),
                Words.number(cell.size()),
                Words.share(grid.buyers() == 0 ? 0 : (double) cell.size() / grid.buyers()),
                cell.size() < SegmentProfile.FEWEST ? "-" : Words.number(Math.round(cell.revenue())));
    }
}
