package app.attune.spark;

import app.attune.core.Progress;
import app.attune.profiles.Population;
import app.attune.segments.Condition;
import app.attune.segments.SegmentEvaluator;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/// Spark on one thread of this machine, for small tables, in a time zone other than UTC.
final class LocalSpark {
    private LocalSpark() {}

    static SparkSession start() {
        return SparkSession.builder()
                .master("local[1]")
                .appName("attune")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "localhost")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", "1")
                .config("spark.sql.adaptive.enabled", "false")
                .config("spark.sql.codegen.wholeStage", "false")
                .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
                .config("spark.sql.session.timeZone", "Pacific/Auckland")
                .getOrCreate();
    }

    /// The first column.
    static Set<String> texts(Dataset<Row> rows) {
        Set<String> texts = new TreeSet<>();
        rows.collectAsList().forEach(row -> texts.add(row.getString(0)));
        return texts;
    }

    /// The members by the frame.
    static Set<String> members(Population population, Condition condition, Instant asOf) {
        Set<String> members = new TreeSet<>();
        new SegmentEvaluator()
                .members(condition, population, asOf, Progress.none())
                .forEach((int userIdx) -> members.add(population.events().users().text(userIdx)));
        return members;
    }
}
