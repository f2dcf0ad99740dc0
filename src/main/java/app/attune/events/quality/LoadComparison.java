package app.attune.events.quality;

import app.attune.core.Progress;

/// Compares what was known after one import with what was known after another.
@FunctionalInterface
public interface LoadComparison {
    /// @param before number of an import; 0 for before the first
    /// @param after  number of a later import
    LoadDelta of(long before, long after, Progress progress);
}
