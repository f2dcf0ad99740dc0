package app.attune.segments.ui;

import app.attune.core.Progress;
import app.attune.profiles.Consents;
import app.attune.segments.FieldCatalogue;
import app.attune.segments.SegmentId;
import app.attune.segments.SegmentService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What rows can ask of the data and of what is saved.
///
/// @param segments every other segment, by name
/// @param purposes what users were asked to agree to, never empty
record Offers(FieldCatalogue fields, List<Named> segments, List<String> purposes) {
    /// A segment that can be referred to.
    record Named(SegmentId id, String name) {}

    Offers {
        segments = List.copyOf(segments);
        purposes = List.copyOf(purposes);
    }

    /// As things stand, for the segment that is edited.
    static Offers of(SegmentService service, SegmentId edited, Progress progress) {
        List<String> purposes =
                new ArrayList<>(service.population(progress).consents().purposes());
        if (purposes.isEmpty()) {
            purposes.add(Consents.PERSONALISATION);
        }
        return new Offers(
                service.fields(progress),
                service.list().stream()
                        .filter(one -> !one.id().equals(edited))
                        .map(one -> new Named(one.id(), one.name()))
                        .toList(),
                purposes);
    }

    /// The name of a segment; its id when it is none of them.
    String segmentName(SegmentId id) {
        Optional<Named> known =
                segments.stream().filter(one -> one.id().equals(id)).findFirst();
        return known.map(Named::name).orElse(id.value());
    }
}
