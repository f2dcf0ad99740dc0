package app.attune.cli;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.json.Json;
import app.attune.segments.Condition;
import app.attune.segments.SegmentId;
import app.attune.segments.SegmentService;
import app.attune.segments.SqlCondition;
import app.attune.segments.SqlDialect;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// For which engine a segment is written as SQL.
final class QueryOptions {
    @Option(
            names = "--dialect",
            paramLabel = "NAME",
            description = "For sql: h2 (default), as it is asked here, or spark, over the tables of a server.")
    @Nullable
    private SqlDialect dialect;

    /// @throws ProblemException `cli.bad-option` if any was given
    void refuse() {
        if (dialect != null) {
            throw ProblemException.of(
                    "cli.bad-option",
                    "--dialect says for which engine sql writes the query.",
                    "For example attune segment WORKSPACE sql vip --dialect spark.");
        }
    }

    Report report(SegmentService segments, SegmentId id, Instant asOf, Progress progress) {
        Condition condition = segments.require(id).condition();
        return switch (dialect == null ? SqlDialect.H2 : dialect) {
            case H2 -> report(segments.sql(condition, asOf, progress));
            case SPARK -> {
                String query = segments.sparkSql(condition, asOf, progress);
                yield Report.of(
                        query.lines().toList(), Json.mapper().createObjectNode().put("sql", query));
            }
        };
    }

    private static Report report(SqlCondition query) {
        ObjectNode node = Json.mapper().createObjectNode().put("sql", query.text());
        ArrayNode values = node.putArray("values");
        query.values().forEach(value -> values.add(String.valueOf(value)));
        return Report.of(List.of(query.text(), "-- values in order: " + query.values()), node);
    }
}
