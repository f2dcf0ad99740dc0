package app.attune.segments;

import java.util.List;

/// Tells what else refers to a segment.
@FunctionalInterface
public interface SegmentUsage {
    /// The names of the rules that use it.
    List<String> usedBy(SegmentId id);
}
