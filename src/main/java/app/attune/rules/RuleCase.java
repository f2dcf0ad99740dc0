package app.attune.rules;

import app.attune.core.UserId;
import app.attune.segments.SegmentId;
import java.util.Set;

/// What it depends on which rules match.
///
/// @param memberOf the segments the user is in
public record RuleCase(UserId user, Set<SegmentId> memberOf, Personalisation personalisation) {
    public RuleCase {
        memberOf = Set.copyOf(memberOf);
    }
}
