package app.attune.peers;

import com.sun.management.OperatingSystemMXBean;
import es.uam.eps.ir.ranksys.fast.index.SimpleFastItemIndex;
import es.uam.eps.ir.ranksys.fast.index.SimpleFastUserIndex;
import es.uam.eps.ir.ranksys.fast.preference.FastPreferenceData;
import es.uam.eps.ir.ranksys.fast.preference.SimpleFastPreferenceData;
import es.uam.eps.ir.ranksys.mf.Factorizer;
import es.uam.eps.ir.ranksys.mf.als.HKVFactorizer;
import es.uam.eps.ir.ranksys.mf.als.PZTFactorizer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.ml.recommendation.ALS;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jooq.lambda.tuple.Tuple;

/// What one iteration of implicit alternating least squares takes in another library.
///
/// Arguments: `spark`, `hkv` or `pzt`; a file of pairs, "user item" in each line; the number of factors; two numbers of
/// iterations. Trains once to warm up, then with each number, and prints processor and wall seconds of the difference,
/// divided by its iterations.
public final class TrainerPeer {
    private static final double BILLION = 1e9;

    private TrainerPeer() {}

    public static void main(String[] arguments) throws IOException {
        List<int[]> pairs;
        try (var lines = Files.lines(Path.of(arguments[1]))) {
            pairs = lines.map(line -> line.split(" "))
                    .map(cells -> new int[] {Integer.parseInt(cells[0]), Integer.parseInt(cells[1])})
                    .collect(Collectors.toList());
        }
        int d = Integer.parseInt(arguments[2]);
        int few = Integer.parseInt(arguments[3]);
        int many = Integer.parseInt(arguments[4]);
        if (arguments[0].equals("spark")) {
            try (SparkSession spark = session()) {
                Dataset<Row> data = table(spark, pairs);
                measure(few, many, iterations -> new ALS()
                        .setImplicitPrefs(true)
                        .setRank(d)
                        .setMaxIter(iterations)
                        .setNumBlocks(2)
                        .setSeed(1)
                        .fit(data));
            }
        } else {
            FastPreferenceData<Integer, Integer> data = preferences(pairs);
            measure(few, many, iterations -> trainer(arguments[0], iterations).factorize(d, data));
        }
    }

    private static Factorizer<Integer, Integer> trainer(String name, int iterations) {
        return name.equals("hkv")
                ? new HKVFactorizer<>(0.1, weight -> 1 + weight, iterations)
                : new PZTFactorizer<>(0.1, weight -> 1 + weight, iterations);
    }

    private static SparkSession session() {
        return SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .getOrCreate();
    }

    private static Dataset<Row> table(SparkSession spark, List<int[]> pairs) {
        StructType columns = new StructType()
                .add("user", DataTypes.IntegerType)
                .add("item", DataTypes.IntegerType)
                .add("rating", DataTypes.FloatType);
        List<Row> rows = pairs.stream().map(pair -> RowFactory.create(pair[0], pair[1], 1f)).collect(Collectors.toList());
        Dataset<Row> data = spark.createDataFrame(rows, columns).repartition(2).cache();
        data.count();
        return data;
    }

    private static FastPreferenceData<Integer, Integer> preferences(List<int[]> pairs) {
        int users = pairs.stream().mapToInt(pair -> pair[0]).max().orElse(-1) + 1;
        int items = pairs.stream().mapToInt(pair -> pair[1]).max().orElse(-1) + 1;
        return SimpleFastPreferenceData.load(
                pairs.stream().map(pair -> Tuple.tuple(pair[0], pair[1], 1.0)),
                SimpleFastUserIndex.load(IntStream.range(0, users).boxed()),
                SimpleFastItemIndex.load(IntStream.range(0, items).boxed()));
    }

    private static void measure(int few, int many, IntConsumer training) {
        training.accept(few);
        double[] less = cost(() -> training.accept(few));
        double[] more = cost(() -> training.accept(many));
        System.out.println((more[0] - less[0]) / (many - few) + " " + (more[1] - less[1]) / (many - few));
    }

    private static double[] cost(Runnable work) {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long cpu = system.getProcessCpuTime();
        long wall = System.nanoTime();
        work.run();
        return new double[] {(system.getProcessCpuTime() - cpu) / BILLION, (System.nanoTime() - wall) / BILLION};
    }
}
