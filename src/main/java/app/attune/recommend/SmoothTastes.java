package app.attune.recommend;

import app.attune.core.Progress;
import app.attune.core.Seeds;
import app.attune.recommend.algebra.Kernels;
import java.util.SplittableRandom;

/// The broad tastes in an [ItemGraph]: vectors over items, at right angles and of length 1, that span the eigenvectors
/// of its largest eigenvalues, nearly.
///
/// Found by subspace iteration from random vectors. Source: Halko, Martinsson, Tropp, "Finding Structure with
/// Randomness", SIAM Review 53(2), 2011, algorithm 4.4. Same seed, same bits at any number of threads.
final class SmoothTastes {
    private static final int ROUNDS = 8;

    /// Products between two makings of right angles: few enough that floats keep the smaller directions.
    private static final int PRODUCTS = 2;

    /// The second is for what rounding left.
    private static final int PASSES = 2;

    /// The share of a squared length below which there is nothing but rounding.
    private static final float LEAST = 1e-10f;

    private SmoothTastes() {}

    /// @param wanted vectors; no more than there are items or users come of it
    /// @return one vector after the other, each of one float per item
    static float[] of(ItemGraph graph, int wanted, long seed, Progress progress) {
        int count = Math.min(wanted, Math.min(graph.items(), graph.users()));
        float[] vectors = random(Math.multiplyExact(count, graph.items()), seed);
        for (int round = 0; round < ROUNDS; round++) {
            Blocks.run(count, "Finding tastes", progress, (from, to) -> {
                for (int first = from; first < to; first += ItemGraph.WIDTH) {
                    smooth(graph, vectors, first);
                }
            });
            straighten(vectors, graph.items(), progress);
        }
        return vectors;
    }

    private static float[] random(int count, long seed) {
        SplittableRandom random = Seeds.stream(seed, "graph filter");
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }

    private static void smooth(ItemGraph graph, float[] vectors, int first) {
        int items = graph.items();
        int width = Math.min(ItemGraph.WIDTH, vectors.length / items - first);
        float[] block = new float[items * ItemGraph.WIDTH];
        float[] next = new float[block.length];
        float[] between = new float[graph.users() * ItemGraph.WIDTH];
        for (int item = 0; item < items; item++) {
            for (int column = 0; column < width; column++) {
                block[item * ItemGraph.WIDTH + column] = vectors[(first + column) * items + item];
            }
        }
        for (int product = 0; product < PRODUCTS; product++) {
            graph.apply(block, between, next);
            float[] done = next;
            next = block;
            block = done;
        }
        for (int item = 0; item < items; item++) {
            for (int column = 0; column < width; column++) {
                vectors[(first + column) * items + item] = block[item * ItemGraph.WIDTH + column];
            }
        }
    }

    /// Gram and Schmidt's way. Where nothing is left, as for a graph of fewer tastes than asked for, a vector is 0.
    private static void straighten(float[] vectors, int items, Progress progress) {
        Kernels kernels = Kernels.best();
        for (int at = 0; at < vectors.length; at += items) {
            progress.checkpoint();
            float before = kernels.dot(vectors, at, vectors, at, items);
            for (int pass = 0; pass < PASSES; pass++) {
                for (int other = 0; other < at; other += items) {
                    float shared = kernels.dot(vectors, other, vectors, at, items);
                    kernels.add(-shared, vectors, other, vectors, at, items);
                }
            }
            float left = kernels.dot(vectors, at, vectors, at, items);
            float factor = left > LEAST * before ? (float) (1 / Math.sqrt(left)) : 0;
            for (int item = 0; item < items; item++) {
                vectors[at + item] *= factor;
            }
        }
    }
}
