package app.attune.export.sql;

import app.attune.core.Problem;
import app.attune.core.json.Json;
import app.attune.export.flags.Field;
import app.attune.export.flags.Field.Kind;
import app.attune.export.flags.Findings;
import app.attune.export.flags.Findings.Reason;
import app.attune.export.flags.FlagPlan;
import app.attune.export.flags.FlagPlan.Arm;
import app.attune.export.flags.FlagPlan.Flag;
import app.attune.export.flags.FlagPlan.Shape;
import app.attune.export.flags.FlagReader;
import app.attune.export.flags.FlatCondition.Row;
import app.attune.export.flags.RuleTarget;
import app.attune.prove.TargetContext;
import app.attune.prove.TargetContext.Form;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Flags as one SELECT for each of several databases, over a table of profiles that is written beside it.
///
/// What an answer has of a flag is the id of the segment or rule, or NULL. Numbers that are none, or infinite, count as
/// missing. Dates are numbers of milliseconds.
public final class SqlTarget implements RuleTarget {
    /// Which column is which flag, and what rules do.
    public static final String FILE = "flags.json";

    @Override
    public String name() {
        return "sql";
    }

    @Override
    public String format() {
        return "SQL 1 for h2, postgres, spark, bigquery, snowflake";
    }

    @Override
    public Form form() {
        return Form.COLUMNS;
    }

    @Override
    public Map<Field, String> columns(FlagPlan plan) {
        return SqlNames.of(plan).columns();
    }

    @Override
    public List<Problem> findings(FlagPlan plan) {
        return new Findings(name()).of(plan, SqlTarget::reason).list();
    }

    /// What stands for letters that a database has not must not mean itself.
    private static Optional<Reason> reason(Row row) {
        return Findings.asksFor(row, TargetContext.REPLACED)
                ? Optional.of(new Reason("U+FFFD stands for letters that databases can't hold", "Take it out."))
                : Optional.empty();
    }

    @Override
    public SortedMap<String, String> render(FlagPlan plan) {
        SqlNames names = SqlNames.of(plan);
        SortedMap<String, String> files = new TreeMap<>();
        for (Dialect dialect : Dialect.values()) {
            files.put(dialect.word() + "-table.sql", table(dialect, names));
            files.put(dialect.word() + "-flags.sql", flags(dialect, names, plan));
        }
        ObjectNode root = Json.mapper().createObjectNode().put("format", format());
        root.put("table", SqlNames.TABLE);
        ObjectNode columns = root.putObject("columns");
        names.flags().forEach((key, column) -> columns.put(column, key));
        ObjectNode payloads = root.putObject("payloads");
        plan.flags().stream()
                .filter(flag -> flag.shape() == Shape.PICK)
                .forEach(flag -> flag.arms().forEach(arm -> payloads.set(arm.id(), arm.payload())));
        files.put(FILE, Json.writePretty(root));
        return files;
    }

    private static String table(Dialect dialect, SqlNames names) {
        List<String> columns = new ArrayList<>();
        columns.add("  " + SqlNames.USER + " " + dialect.type(Kind.TEXT));
        names.columns().forEach((field, column) -> columns.add("  " + column + " " + dialect.type(field.kind())));
        StringBuilder text = new StringBuilder("-- One row for each user; NULL is missing.\n");
        names.columns()
                .forEach((field, column) -> text.append("-- ")
                        .append(column)
                        .append(": ")
                        .append(field.source().word())
                        .append(' ')
                        .append(SqlNames.comment(field.name()))
                        .append('\n'));
        return text.append("CREATE TABLE ")
                .append(SqlNames.TABLE)
                .append(" (\n")
                .append(String.join(",\n", columns))
                .append("\n)\n")
                .toString();
    }

    /// Numbers made safe, then segments, then rules upon them.
    private static String flags(Dialect dialect, SqlNames names, FlagPlan plan) {
        ConditionSql conditions = new ConditionSql(dialect, names);
        List<String> segments = new ArrayList<>();
        List<String> rules = new ArrayList<>();
        for (Flag flag : plan.flags()) {
            boolean isSegment = flag.key().startsWith(FlagReader.SEGMENT);
            (isSegment ? segments : rules).add("  " + column(flag, names, conditions));
        }
        StringBuilder text = new StringBuilder();
        text.append("-- One row for each user: the id of the segment or rule, or NULL.\n");
        if (dialect == Dialect.SPARK) {
            text.append("-- For spark.sql.parser.escapedStringLiterals = false, as Spark comes.\n");
        }
        text.append("WITH profile AS (\nSELECT\n  ").append(SqlNames.USER);
        names.columns().forEach((field, column) -> text.append(",\n  ").append(safe(dialect, field, column)));
        text.append("\nFROM ").append(SqlNames.TABLE).append("\n),\nmember AS (\nSELECT\n  profile.*");
        segments.forEach(column -> text.append(",\n").append(column));
        text.append("\nFROM profile\n)\nSELECT\n  ").append(SqlNames.USER);
        for (Flag flag : plan.flags()) {
            if (flag.key().startsWith(FlagReader.SEGMENT)) {
                text.append(",\n  ").append(names.flags().get(flag.key()));
            }
        }
        rules.forEach(column -> text.append(",\n").append(column));
        return text.append("\nFROM member\n").toString();
    }

    private static String safe(Dialect dialect, Field field, String column) {
        if (field.kind() != Kind.NUMBER) {
            return column;
        }
        return "CASE WHEN " + column + " >= " + dialect.literal(-Double.MAX_VALUE) + " AND " + column + " <= "
                + dialect.literal(Double.MAX_VALUE) + " THEN " + column + " END AS " + column;
    }

    private static String column(Flag flag, SqlNames names, ConditionSql conditions) {
        StringBuilder text = new StringBuilder();
        for (Arm arm : flag.arms()) {
            text.append(" WHEN ")
                    .append(conditions.of(arm.condition()))
                    .append(" THEN '")
                    .append(arm.id())
                    .append('\'');
        }
        String value =
                text.isEmpty() ? "CAST(NULL AS " + conditions.dialect().plainText() + ")" : "CASE" + text + " END";
        return value + " AS " + names.flags().get(flag.key());
    }
}
