package app.attune.rules;

import app.attune.core.UserId;
import app.attune.segments.SegmentId;
import java.time.Instant;
import java.util.Set;

/// What it depends on which rules match.
///
/// @param memberOf the segments the user is in
/// @param at       when it is decided
/// @param context  of the request
public record RuleCase(
        UserId user, Set<SegmentId> memberOf, Personalisation personalisation, Instant at, RequestContext context) {
    public RuleCase {
        memberOf = Set.copyOf(memberOf);
    }
}
