package app.attune.segments;

import java.util.List;
import java.util.Optional;

/// Keeps every version of every segment.
public interface SegmentStore {
    /// The newest version of each segment that is not deleted, by name.
    List<SegmentDefinition> newest();

    Optional<SegmentDefinition> newest(SegmentId id);

    /// Every version, newest first; deleted segments included.
    List<SegmentDefinition> versions(SegmentId id);

    /// Durable when it returns.
    ///
    /// @throws app.attune.core.ProblemException if the version is not the next one
    default void add(SegmentDefinition definition) {
        addAll(List.of(definition));
    }

    /// As [#add] of each: all of them, or none.
    ///
    /// @throws app.attune.core.ProblemException if a version is not the next one
    void addAll(List<SegmentDefinition> definitions);

    /// Hides the segment; its versions stay.
    void delete(SegmentId id);
}
