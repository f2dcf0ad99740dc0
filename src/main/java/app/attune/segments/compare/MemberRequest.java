package app.attune.segments.compare;

import app.attune.core.Require;
import app.attune.segments.SegmentId;
import java.nio.file.Path;
import java.util.List;

/// Which users are written where, and what for.
///
/// @param purpose    who has not agreed to it is left out, such as "personalisation"
/// @param attributes written beside the ids, possibly none
public record MemberRequest(SegmentId segment, Path file, String purpose, List<String> attributes) {
    public MemberRequest {
        Require.notBlank(purpose, "A purpose");
        attributes = attributes.stream().distinct().toList();
    }
}
