package app.attune.cli;

import app.attune.core.Counted;
import app.attune.core.json.Json;
import app.attune.events.QueryService;
import app.attune.events.SqlAnswer;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "sql",
        description = "Asks the events, users and items with SQL. Nothing can be changed, and no file reached.",
        footer = {
            "",
            "Tables: events (user_id, time in UTC, type, item_id, value and properties), users (user_id and",
            "attributes), items (item_id and attributes); without a query all columns are listed. A property or",
            "attribute called like one of these gets a number, such as value_2.",
            "",
            "Examples:",
            "  attune sql shop",
            "  attune sql shop \"SELECT type, COUNT(*), SUM(value) FROM events GROUP BY type\"",
            "  attune sql shop \"SELECT country, COUNT(*) FROM users GROUP BY country\" --json"
        })
final class SqlCommand extends WorkspaceCommand {
    @Parameters(index = "1", arity = "0..1", paramLabel = "QUERY", description = "One SELECT.")
    @Nullable
    private String query;

    @Option(names = "--limit", paramLabel = "N", description = "Rows at most.", defaultValue = "1000")
    private int limit;

    SqlCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Report run(Services services) {
        if (query == null) {
            String tables = services.queries().tables(progress());
            return Report.of(
                    tables.lines().toList(), Json.mapper().createObjectNode().put("tables", tables));
        }
        int most = Math.clamp(limit, 1, QueryService.MOST_ROWS);
        SqlAnswer answer = services.queries().run(query, most, progress());
        List<String> lines = new ArrayList<>();
        lines.add(answer.columns().stream().map(SqlAnswer.SqlColumn::name).collect(Collectors.joining("\t")));
        answer.rows().forEach(row -> lines.add(String.join("\t", row)));
        lines.add(Counted.of(answer.rows().size(), "row") + (answer.cut() ? " shown; there are more." : "."));
        return Report.of(lines, json(answer));
    }

    private static ObjectNode json(SqlAnswer answer) {
        ObjectNode json = Json.mapper().createObjectNode().put("cut", answer.cut());
        ArrayNode columns = json.putArray("columns");
        answer.columns().forEach(column -> columns.add(column.name()));
        ArrayNode rows = json.putArray("rows");
        for (List<String> row : answer.rows()) {
            ArrayNode values = rows.addArray();
            row.forEach(values::add);
        }
        return json;
    }
}
