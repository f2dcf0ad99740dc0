package app.attune.events.quality;

import app.attune.core.Progress;
import app.attune.events.EventFrame;
import java.util.List;

/// Finds which memberships of segments would change if the events were others.
@FunctionalInterface
public interface MembershipWatch {
    /// Every segment, the most changed first.
    ///
    /// @param others of the same users at the same positions; their sessions are found again
    List<Membership> with(EventFrame others, Progress progress);
}
