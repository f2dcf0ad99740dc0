package app.attune.recommend.tune;

import java.util.Arrays;
import java.util.SplittableRandom;
import smile.math.special.Erf;

/// A density over the places of one axis, made of places that were tried.
sealed interface Parzen {
    /// Above 0 everywhere on the axis.
    double density(double place);

    double draw(SplittableRandom random);

    /// @param places of the trials on this axis, in any order, possibly none
    static Parzen of(Axis axis, double[] places) {
        return switch (axis) {
            case Axis.Words words -> Shares.of(words, places);
            case Axis.Range ignored -> Bells.of(places);
        };
    }

    /// An even density and a normal curve over each place, cut at both ends of the axis, all of one weight.
    ///
    /// A curve is as wide as the larger of the distances to its neighbours (at the ends, to the end of the axis), at
    /// most 1 and at least 1 / min(100, n + 2) for n places.
    /// Source: Bergstra, Bardenet, Bengio, Kégl, "Algorithms for Hyper-Parameter Optimization", NIPS 2011, section 4.2.
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Bells(double[] centres, double[] widths) implements Parzen {
        private static final double MOST = 100;

        static Bells of(double[] places) {
            double[] centres = places.clone();
            Arrays.sort(centres);
            double least = 1 / Math.min(MOST, centres.length + 2.0);
            double[] widths = new double[centres.length];
            for (int i = 0; i < centres.length; i++) {
                double before = i == 0 ? centres[i] : centres[i] - centres[i - 1];
                double after = i == centres.length - 1 ? 1 - centres[i] : centres[i + 1] - centres[i];
                widths[i] = Math.clamp(Math.max(before, after), least, 1);
            }
            return new Bells(centres, widths);
        }

        @Override
        public double density(double place) {
            double sum = 1;
            for (int i = 0; i < centres.length; i++) {
                double z = (place - centres[i]) / widths[i];
                double inside = below((1 - centres[i]) / widths[i]) - below(-centres[i] / widths[i]);
                sum += Math.exp(-z * z / 2) / (Math.sqrt(2 * Math.PI) * widths[i] * inside);
            }
            return sum / (centres.length + 1);
        }

        private static double below(double z) {
            return (1 + Erf.erf(z / Math.sqrt(2))) / 2;
        }

        @Override
        public double draw(SplittableRandom random) {
            int chosen = random.nextInt(centres.length + 1);
            if (chosen == centres.length) {
                return random.nextDouble();
            }
            double drawn;
            do {
                drawn = centres[chosen] + widths[chosen] * random.nextGaussian();
            } while (drawn < 0 || drawn > 1);
            return drawn;
        }
    }

    /// How often each word was tried, and once more.
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Shares(double[] shares) implements Parzen {
        static Shares of(Axis.Words axis, double[] places) {
            double[] shares = new double[axis.size()];
            Arrays.fill(shares, 1.0 / (places.length + axis.size()));
            for (double place : places) {
                shares[axis.index(place)] += 1.0 / (places.length + axis.size());
            }
            return new Shares(shares);
        }

        @Override
        public double density(double place) {
            return shares[Math.clamp((int) (place * shares.length), 0, shares.length - 1)];
        }

        @Override
        public double draw(SplittableRandom random) {
            double left = random.nextDouble();
            int word = 0;
            while (word < shares.length - 1 && left >= shares[word]) {
                left -= shares[word++];
            }
            return (word + 0.5) / shares.length;
        }
    }
}
