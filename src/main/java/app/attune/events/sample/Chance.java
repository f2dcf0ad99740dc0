package app.attune.events.sample;

import java.util.SplittableRandom;

/// Draws from the few distributions the sample needs, the same on every machine.
final class Chance {
    private Chance() {}

    static boolean happens(double probability, SplittableRandom random) {
        return random.nextDouble() < probability;
    }

    /// Nearly standard normal: twelve uniform numbers, centred (Irwin-Hall).
    static double normal(SplittableRandom random) {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum;
    }

    static int poisson(double mean, SplittableRandom random) {
        double limit = StrictMath.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }

    /// How often something with `stop` chance each time is survived; mean (1 - stop) / stop.
    static int geometric(double stop, SplittableRandom random) {
        return (int) (StrictMath.log(1 - random.nextDouble()) / StrictMath.log(1 - stop));
    }

    static double logistic(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }
}
