package app.attune.stats;

import app.attune.core.Require;

/// How a bootstrap is done.
///
/// @param replicates resamples drawn, at least 100
/// @param level      of the interval, between 0 and 1, such as 0.95
/// @param seed       of the resampling
public record BootstrapOptions(int replicates, double level, long seed) {
    public BootstrapOptions {
        Require.that(replicates >= 100, "At least 100 replicates");
        Require.that(level > 0 && level < 1, "The level lies between 0 and 1");
    }

    /// 1,000 replicates at 95 %.
    public static BootstrapOptions of(long seed) {
        return new BootstrapOptions(1000, 0.95, seed);
    }
}
