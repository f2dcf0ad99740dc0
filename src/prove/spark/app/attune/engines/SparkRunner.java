package app.attune.engines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/// Spark SQL on one thread of its own, on the SQL of the target sql.
public final class SparkRunner {
    private static final int AT_ONCE = 20_000;

    private final SparkSession spark;
    private final StructType table;
    private final String select;
    private final List<String> kinds = new ArrayList<>();
    private final List<String> columns = new ArrayList<>();
    private final Map<String, String> flags = new LinkedHashMap<>();

    private SparkRunner(Path folder, SparkSession spark) throws IOException {
        this.spark = spark;
        table = StructType.fromDDL(columns(Files.readString(folder.resolve("spark-table.sql"))));
        select = Files.readString(folder.resolve("spark-flags.sql"));
        for (JsonNode field :
                Lines.JSON.readTree(Files.readString(folder.resolve("context.json"))).path("fields")) {
            columns.add(field.path("column").asText());
            kinds.add(field.path("kind").asText());
        }
        Lines.JSON.readTree(Files.readString(folder.resolve("flags.json")))
                .path("columns")
                .properties()
                .forEach(entry -> flags.put(entry.getKey(), entry.getValue().asText()));
    }

    public static void main(String[] args) throws IOException {
        Lines lines = Lines.take();
        SparkSession spark = SparkSession.builder()
                .master("local[1]")
                .config("spark.ui.enabled", false)
                .config("spark.sql.shuffle.partitions", 1)
                .config("spark.sql.codegen.wholeStage", false)
                .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .getOrCreate();
        lines.hello("spark", spark.version());
        new SparkRunner(Path.of(args[0]), spark).answer(lines);
        System.exit(0);
    }

    /// What stands between the brackets of CREATE TABLE.
    private static String columns(String create) {
        String statement = create.lines().filter(line -> !line.startsWith("--")).collect(Collectors.joining("\n"));
        return statement.substring(statement.indexOf('(') + 1, statement.lastIndexOf(')'));
    }

    private void answer(Lines lines) throws IOException {
        List<Row> rows = new ArrayList<>();
        BufferedReader in = Lines.input();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            rows.add(row(rows.size(), Lines.JSON.readTree(line)));
            if (rows.size() == AT_ONCE) {
                answer(lines, rows);
            }
        }
        answer(lines, rows);
        lines.flush();
    }

    private Row row(int number, JsonNode context) {
        Object[] values = new Object[columns.size() + 1];
        values[0] = Integer.toString(number);
        for (int at = 0; at < columns.size(); at++) {
            JsonNode value = context.path(columns.get(at));
            values[at + 1] = switch (kinds.get(at)) {
                case "number" -> value.isNumber() ? (Object) value.doubleValue() : null;
                case "date" -> value.isNumber() ? (Object) value.longValue() : null;
                default -> value.isTextual() ? Lines.whole(value.textValue(), true) : null;
            };
        }
        return RowFactory.create(values);
    }

    private void answer(Lines lines, List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        spark.createDataFrame(rows, table).createOrReplaceTempView("attune_profile");
        ObjectNode[] answers = new ObjectNode[rows.size()];
        for (Row row : spark.sql(select).collectAsList()) {
            ObjectNode answer = Lines.JSON.createObjectNode();
            flags.forEach((column, flag) -> answer.put(flag, row.<String>getAs(column)));
            answers[Integer.parseInt(row.<String>getAs("user_id"))] = answer;
        }
        for (ObjectNode answer : answers) {
            lines.write(answer == null ? Lines.JSON.createObjectNode().put("error", "no row") : answer);
        }
        rows.clear();
    }
}
