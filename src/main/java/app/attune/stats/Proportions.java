package app.attune.stats;

import app.attune.core.Require;
import smile.math.special.Erf;
import smile.stat.distribution.GaussianDistribution;

/// Shares of yes among n, one or two of them.
public final class Proportions {
    private Proportions() {}

    /// `successes` of `n` observations.
    public record Share(int successes, int n) {
        public Share {
            Require.that(n > 0 && successes >= 0 && successes <= n, "Successes lie between 0 and n, n above 0");
        }

        double value() {
            return (double) successes / n;
        }
    }

    /// Wilson's score interval of one share.
    ///
    /// Source: Wilson 1927, "Probable Inference, the Law of Succession, and Statistical Inference", JASA 22(158).
    public static Interval wilson(Share share, double level) {
        double z = twoSided(level);
        double n = share.n();
        double p = share.value();
        double centre = (p + z * z / (2 * n)) / (1 + z * z / n);
        double half = z / (1 + z * z / n) * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
        return new Interval(p, Math.max(0, centre - half), Math.min(1, centre + half), share.n());
    }

    /// The difference `a - b` of two independent shares with Newcombe's hybrid score interval.
    ///
    /// Source: Newcombe 1998, "Interval estimation for the difference between independent proportions", Statistics in
    /// Medicine 17, method 10.
    public static Interval difference(Share a, Share b, double level) {
        Interval ofA = wilson(a, level);
        Interval ofB = wilson(b, level);
        double difference = a.value() - b.value();
        double below = Math.hypot(a.value() - ofA.low(), ofB.high() - b.value());
        double above = Math.hypot(ofA.high() - a.value(), b.value() - ofB.low());
        return new Interval(difference, difference - below, difference + above, a.n() + b.n());
    }

    /// Two-sided z test of equal shares with the pooled variance. The p-value is 1 where nothing varies.
    ///
    /// Source: Agresti, "Categorical Data Analysis", 3rd edition, Wiley, 2013, section 3.1.
    public static TestResult pooledZ(Share a, Share b) {
        double pooled = ((double) a.successes() + b.successes()) / ((double) a.n() + b.n());
        double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / a.n() + 1.0 / b.n()));
        double z = error == 0 ? 0 : (a.value() - b.value()) / error;
        return new TestResult(z, z == 0 ? 1 : Erf.erfc(Math.abs(z) / Math.sqrt(2)), 0);
    }

    /// The z whose central interval of the standard normal distribution holds `level`.
    private static double twoSided(double level) {
        Require.that(level > 0 && level < 1, "The level lies between 0 and 1");
        return GaussianDistribution.getInstance().quantile(1 - (1 - level) / 2);
    }
}
