package app.attune.profiles;

import app.attune.core.Progress;
import java.util.SortedMap;

/// Counts the users of every segment in a population that need not be the current one.
@FunctionalInterface
public interface SegmentSizes {
    /// By the segment's name.
    SortedMap<String, Long> of(Population population, Progress progress);
}
