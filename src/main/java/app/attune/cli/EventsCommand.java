package app.attune.cli;

import app.attune.core.Counted;
import app.attune.core.json.Json;
import app.attune.events.ColumnFilter;
import app.attune.events.EventCells;
import app.attune.events.EventChoice;
import app.attune.events.EventFile;
import app.attune.events.EventRows;
import app.attune.events.EventSort;
import app.attune.events.RowText;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "events",
        description = "Shows events, chosen and ordered, or writes them all to a CSV file.",
        footer = {
            "",
            "Filters: column=text, column!=text, column~part, column>5, column>=5, column<5, column<=5,",
            "column:1..5, column:empty, column:filled; times as 2026, 2026-10, 2026-10-01 or an instant.",
            "In the file, texts that a spreadsheet would take for a formula begin with an apostrophe.",
            "",
            "Examples:",
            "  attune events shop --where type=purchase --sort \"value down\" --limit 10",
            "  attune events shop --where type=purchase --where \"time>=2026-10-01\" --out october.csv"
        })
final class EventsCommand extends WorkspaceCommand {
    @Option(names = "--where", paramLabel = "FILTER", description = "A filter; several must all hold.")
    private List<String> filters = new ArrayList<>();

    @Option(
            names = "--sort",
            paramLabel = "ORDER",
            description = "A column, then up or down.",
            defaultValue = "time down")
    private String sort = "time down";

    @Option(names = "--columns", paramLabel = "NAMES", description = "Which columns, with commas; all if not given.")
    @Nullable
    private String columns;

    @Option(names = "--limit", paramLabel = "N", description = "How many to show.", defaultValue = "20")
    private int limit;

    @Option(names = "--out", paramLabel = "FILE", description = "Write all of them to this CSV file.")
    @Nullable
    private Path out;

    EventsCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Report run(Services services) {
        EventCells cells =
                EventCells.of(services.populations().current(progress()).events());
        List<ColumnFilter> wanted = filters.stream().map(ColumnFilter::parse).toList();
        EventChoice choice = new EventChoice("", "", "", wanted, EventSort.parse(sort));
        List<EventCells.Field> chosen = columns == null
                ? cells.fields()
                : Arrays.stream(columns.split(","))
                        .map(String::strip)
                        .map(cells::require)
                        .toList();
        EventRows rows = EventRows.of(cells, choice, progress());
        return out == null ? show(rows, chosen) : write(rows, chosen, out);
    }

    private Report write(EventRows rows, List<EventCells.Field> chosen, Path file) {
        EventFile.Written written = EventFile.write(rows, chosen, Words.withFolder(file), progress());
        String guarded = written.neutralised() == 0
                ? ""
                : " " + Words.number(written.neutralised())
                        + " cells that a spreadsheet would take for a formula begin with an apostrophe.";
        return Report.of(
                List.of("Wrote " + Words.number(written.rows()) + " of "
                        + Counted.of(rows.cells().frame().eventCount(), "event") + " to " + file + "." + guarded),
                node(rows).put("file", file.toString()).put("neutralised", written.neutralised()));
    }

    private Report show(EventRows rows, List<EventCells.Field> chosen) {
        int shown = Math.min(Math.max(0, limit), rows.size());
        int[] first = IntStream.range(0, shown).map(rows::row).toArray();
        List<String> lines = new ArrayList<>(
                new RowText(rows.cells(), chosen).tsv(first, progress()).lines().toList());
        lines.add(Words.number(shown) + " of " + Words.number(rows.size()) + " chosen, of "
                + Counted.of(rows.cells().frame().eventCount(), "event") + ".");
        ObjectNode json = node(rows);
        ArrayNode array = json.putArray("rows");
        for (int row : first) {
            ObjectNode node = array.addObject();
            chosen.forEach(field -> node.put(field.name(), rows.cells().exported(field, row)));
        }
        return Report.of(lines, json);
    }

    private static ObjectNode node(EventRows rows) {
        return Json.mapper()
                .createObjectNode()
                .put("events", rows.size())
                .put("of", rows.cells().frame().eventCount());
    }
}
