package app.attune.segments.discover;

import app.attune.core.Progress;
import app.attune.segments.EventCondition;
import app.attune.segments.Measure;
import app.attune.segments.Window;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.roaringbitmap.RoaringBitmap;
import smile.clustering.CentroidClustering;
import smile.clustering.Clustering;
import smile.clustering.KMeans;
import smile.math.MathEx;

/// Users who do about the same: k-means (Lloyd 1982, "Least squares quantization in PCM", IEEE Transactions on
/// Information Theory 28) over how often they did what in 90 days and ever, how much it was worth and how long ago it
/// was. Numbers are taken as log(1 + x), each of mean 0 and deviation 1.
final class Clusters {
    private static final int ROUNDS = 100;
    private static final int DAYS = 90;

    private Clusters() {}

    /// Of the table's users, the largest first.
    static List<RoaringBitmap> of(TraitTable table, int groups, long seed, Progress progress) {
        progress.report("Looking for groups", 0, 0);
        progress.checkpoint();
        double[][] points = points(table);
        MathEx.setSeed(seed);
        CentroidClustering<double[], double[]> found = KMeans.fit(points, new Clustering.Options(groups, ROUNDS));
        List<RoaringBitmap> clusters = new ArrayList<>();
        for (int group = 0; group < found.k(); group++) {
            int wanted = group;
            RoaringBitmap users = new RoaringBitmap();
            IntStream.range(0, points.length)
                    .filter(row -> found.group(row) == wanted)
                    .forEach(row -> users.add(table.user(row)));
            clusters.add(users);
        }
        clusters.removeIf(RoaringBitmap::isEmpty);
        clusters.sort(Comparator.comparingInt(RoaringBitmap::getCardinality).reversed());
        return clusters;
    }

    private static double[][] points(TraitTable table) {
        List<double[]> columns = table.columns().stream()
                .filter(column -> column.trait() instanceof Trait.Measured measured && tells(measured.measure()))
                .map(column -> standard(column, table.size()))
                .toList();
        double[][] points = new double[table.size()][columns.size()];
        for (int row = 0; row < points.length; row++) {
            for (int column = 0; column < columns.size(); column++) {
                points[row][column] = columns.get(column)[row];
            }
        }
        return points;
    }

    private static boolean tells(EventCondition measure) {
        boolean window = measure.window() instanceof Window.AllTime
                || measure.window().equals(new Window.Last(DAYS, Window.Unit.DAYS));
        return window && measure.where().isEmpty() && !(measure.measure() instanceof Measure.CountDistinct);
    }

    /// Missing days since something are as many as the most there are.
    private static double[] standard(TraitColumn column, int rows) {
        double[] logs = IntStream.range(0, rows)
                .mapToDouble(column::value)
                .map(value -> Double.isNaN(value) ? column.max() : value)
                .map(value -> Math.signum(value) * Math.log1p(Math.abs(value)))
                .toArray();
        double mean = MathEx.mean(logs);
        double deviation = MathEx.stdev(logs);
        return IntStream.range(0, rows)
                .mapToDouble(row -> deviation > 0 ? (logs[row] - mean) / deviation : 0)
                .toArray();
    }
}
