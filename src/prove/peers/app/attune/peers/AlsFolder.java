package app.attune.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.ml.recommendation.ALS;
import org.apache.spark.ml.recommendation.ALSModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/// Small models as Spark saves them, for tests that read them: what they were trained on, and what they recommend.
///
/// Argument: a folder, in which `implicit` and `explicit` are written anew. Made by
/// `mvn -q -f src/prove/peers/pom.xml package` and, with Java 17 opened as TrainerPeer of the tests opens it,
/// `java -cp 'target/prove/peers/*' app.attune.peers.AlsFolder src/test/resources/spark-als`.
public final class AlsFolder {
    private static final int USERS = 40;
    private static final int ITEMS = 30;
    private static final int GROUPS = 5;
    private static final int LENGTH = 5;

    private AlsFolder() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        List<Row> ratings = ratings();
        Files.createDirectories(folder);
        try (SparkSession spark = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", "2")
                .getOrCreate()) {
            StructType columns = new StructType()
                    .add("user", DataTypes.IntegerType)
                    .add("item", DataTypes.IntegerType)
                    .add("rating", DataTypes.FloatType);
            Dataset<Row> data = spark.createDataFrame(ratings, columns).repartition(2).cache();
            ALS als = new ALS().setRank(6).setMaxIter(8).setRegParam(0.05).setNumBlocks(2).setSeed(1);
            save(als.setImplicitPrefs(true).setAlpha(2).fit(data), folder.resolve("implicit"));
            save(als.setImplicitPrefs(false).fit(data), folder.resolve("explicit"));
        }
        List<String> lines = new ArrayList<>(List.of("user,item,rating"));
        ratings.forEach(row -> lines.add(row.get(0) + "," + row.get(1) + "," + row.get(2)));
        Files.write(folder.resolve("ratings.csv"), lines);
    }

    /// Each pair once, with a rating of 1 to 3; users of a group take its items most of all.
    private static List<Row> ratings() {
        Random random = new Random(5);
        List<Row> rows = new ArrayList<>();
        for (int user = 0; user < USERS; user++) {
            for (int item = 0; item < ITEMS; item++) {
                boolean own = user % GROUPS == item % GROUPS;
                if (random.nextInt(10) < (own ? 7 : 1)) {
                    rows.add(RowFactory.create(100 + user, 7 * item, 1f + random.nextInt(3)));
                }
            }
        }
        return rows;
    }

    private static void save(ALSModel model, Path folder) throws IOException {
        model.write().overwrite().save(folder.toString());
        List<String> lines = new ArrayList<>(List.of("user,item,score"));
        for (Row row : model.recommendForAllUsers(LENGTH).orderBy("user").collectAsList()) {
            for (Row one : row.<Row>getList(1)) {
                lines.add(row.getInt(0) + "," + one.getInt(0) + "," + one.getFloat(1));
            }
        }
        Files.write(Path.of(folder + "-scores.csv"), lines);
    }
}
