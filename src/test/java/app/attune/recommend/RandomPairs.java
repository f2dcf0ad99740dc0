package app.attune.recommend;

import app.attune.core.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Pairs drawn by a skewed popularity, from both sides.
record RandomPairs(String name, SparseTable users, SparseTable items) {
    private static final int D = FactorBenchmark.D;

    static RandomPairs of(String name, int users, int items, int n) {
        SplittableRandom random = Seeds.stream(1, name);
        BitSet[] drawn =
                IntStream.range(0, users).mapToObj(user -> new BitSet()).toArray(BitSet[]::new);
        for (int left = n; left > 0; ) {
            double draw = random.nextDouble();
            double reader = random.nextDouble();
            BitSet row = drawn[(int) (users * reader * reader)];
            int item = (int) (items * draw * draw);
            if (!row.get(item)) {
                row.set(item);
                left--;
            }
        }
        int[][] byUser = new int[users][];
        IntStream.Builder[] byItem =
                IntStream.range(0, items).mapToObj(item -> IntStream.builder()).toArray(IntStream.Builder[]::new);
        for (int user = 0; user < users; user++) {
            byUser[user] = drawn[user].stream().toArray();
            for (int item : byUser[user]) {
                byItem[item].add(user);
            }
        }
        int[][] itemRows = new int[items][];
        for (int item = 0; item < items; item++) {
            itemRows[item] = byItem[item].build().toArray();
        }
        return new RandomPairs(name, table(byUser), table(itemRows));
    }

    /// Multiplications and additions that the normal equations and their factorisation need at least.
    double exactOperations() {
        double pairs = users.others().length;
        double rows = users.rows() + items.rows();
        return 2 * pairs * D * (D + 1.0) + rows * (D * (double) D * D / 3 + D * (D + 1.0));
    }

    /// A line for each pair: user, blank, item.
    void write(Path file) throws IOException {
        Files.write(
                file,
                IntStream.range(0, users.rows())
                        .boxed()
                        .flatMap(user -> IntStream.range(users.from(user), users.to(user))
                                .mapToObj(at -> user + " " + users.other(at)))
                        .collect(Collectors.toList()));
    }

    private static SparseTable table(int[][] rows) {
        int[] offsets = new int[rows.length + 1];
        for (int row = 0; row < rows.length; row++) {
            offsets[row + 1] = offsets[row] + rows[row].length;
        }
        int[] others = Arrays.stream(rows).flatMapToInt(Arrays::stream).toArray();
        double[] weights = new double[others.length];
        Arrays.fill(weights, 1);
        return new SparseTable(offsets, others, weights);
    }
}
