package app.attune.segments.compare;

import app.attune.segments.SegmentDraft;
import java.time.Instant;
import java.util.List;

/// How the users of a segment differ from everybody else there was.
///
/// @param inside      users of the segment
/// @param outside     everybody else
/// @param differences the largest first
/// @param hidden      comparisons left out, since fewer than [#FEWEST] users of a side have the value
public record SegmentProfile(
        SegmentDraft segment, Instant asOf, int inside, int outside, List<Difference> differences, int hidden) {
    /// A number about fewer users tells of single ones.
    public static final int FEWEST = 5;

    public SegmentProfile {
        differences = List.copyOf(differences);
    }
}
