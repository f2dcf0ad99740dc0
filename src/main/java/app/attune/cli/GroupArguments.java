package app.attune.cli;

import app.attune.recommend.SegmentGroups;
import app.attune.recommend.UserGroups;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentService;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/// Which groups of users results are asked for.
final class GroupArguments {
    @Option(
            names = "--by-segment",
            split = ",",
            paramLabel = "SEGMENT",
            description = "Also results for members of a segment and for all others, as of the split; by its id.")
    private List<String> segments = new ArrayList<>();

    @Option(
            names = "--by",
            split = ",",
            paramLabel = "ATTRIBUTE",
            description = "Also results by the texts of an attribute of users, such as country, as of the split.")
    private List<String> attributes = new ArrayList<>();

    /// Whether any group was asked for.
    boolean isGiven() {
        return !segments.isEmpty() || !attributes.isEmpty();
    }

    List<UserGroups.Grouping> of(SegmentService service) {
        List<UserGroups.Grouping> groupings = new ArrayList<>();
        for (String typed : segments) {
            SegmentDefinition segment = service.require(Words.segment(typed.strip()));
            groupings.add(UserGroups.bySegment(segment.name(), SegmentGroups.members(service, segment)));
        }
        attributes.forEach(name -> groupings.add(UserGroups.byAttribute(name.strip())));
        return groupings;
    }
}
