package app.attune.recommend;

import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentService;
import java.util.LinkedHashMap;
import java.util.Map;

/// Saved segments as groups of users.
public final class SegmentGroups {
    private SegmentGroups() {}

    /// Names of all segments, and how their members are found.
    public static Map<String, UserGroups.Members> of(SegmentService service) {
        Map<String, UserGroups.Members> members = new LinkedHashMap<>();
        service.list().forEach(segment -> members.put(segment.name(), members(service, segment)));
        return members;
    }

    /// How the members of a segment are found: by its newest version at the time of asking.
    public static UserGroups.Members members(SegmentService service, SegmentDefinition segment) {
        return (people, asOf, progress) -> service.audience(
                        service.require(segment.id()).condition(), people, asOf, progress)
                .members();
    }
}
