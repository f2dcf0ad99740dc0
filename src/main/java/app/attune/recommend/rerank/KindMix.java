package app.attune.recommend.rerank;

import app.attune.recommend.rerank.RerankItems.Attribute;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Minus the divergence of the mix of kinds with one more item from that of what the user did, in nats.
///
/// The sum of p ln(p / q') with q' = 0.99 q + 0.01 p; items of several kinds are shared evenly among them, those of
/// none change nothing. Source: Steck, "Calibrated recommendations", RecSys 2018.
final class KindMix implements Greedy.Gain {
    private static final double ALPHA = 0.01;

    private final int[] items;
    private final int[][] kinds;
    private final double[] wanted;
    private final int[] present;
    private final double[] sums;
    private double total;

    private KindMix(int[] items, int[][] kinds, double[] wanted) {
        this.items = items;
        this.kinds = kinds;
        this.wanted = wanted;
        this.present = IntStream.range(0, wanted.length)
                .filter(kind -> wanted[kind] > 0)
                .toArray();
        this.sums = new double[wanted.length];
    }

    static KindMix of(UserCase user, Attribute attribute) {
        double[] sums = new double[attribute.values().size()];
        for (int at = 0; at < user.history().length; at++) {
            add(sums, attribute.ofItem()[user.history()[at]], user.weights()[at]);
        }
        double total = Arrays.stream(sums).sum();
        double[] wanted =
                total > 0 ? Arrays.stream(sums).map(sum -> sum / total).toArray() : new double[0];
        return new KindMix(user.items(), attribute.ofItem(), wanted);
    }

    /// Whether the user did anything that has a kind.
    boolean isKnown() {
        return wanted.length > 0;
    }

    @Override
    public double of(int candidate) {
        int[] own = kinds[items[candidate]];
        double all = total + (own.length > 0 ? 1 : 0);
        double divergence = 0;
        for (int kind : present) {
            double p = wanted[kind];
            double q = all > 0 ? (sums[kind] + share(own, kind)) / all : 0;
            divergence += p * Math.log(p / ((1 - ALPHA) * q + ALPHA * p));
        }
        return -divergence;
    }

    @Override
    public void taken(int candidate) {
        int[] own = kinds[items[candidate]];
        add(sums, own, 1);
        total += own.length > 0 ? 1 : 0;
    }

    private static double share(int[] own, int kind) {
        for (int one : own) {
            if (one == kind) {
                return 1.0 / own.length;
            }
        }
        return 0;
    }

    private static void add(double[] sums, int[] kinds, double weight) {
        for (int kind : kinds) {
            sums[kind] += weight / kinds.length;
        }
    }
}
