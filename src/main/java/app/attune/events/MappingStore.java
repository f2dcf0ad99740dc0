package app.attune.events;

import java.time.Instant;
import java.util.List;

/// Keeps saved mappings as versions that are only ever added.
public interface MappingStore {
    /// The newest version of every mapping that is not deleted, the one saved last first.
    List<StoredMapping> newest();

    /// Adds a new mapping.
    void add(SavedMapping mapping, Instant savedAt);

    /// Adds a version of a mapping that is there.
    void addVersion(long id, SavedMapping mapping, Instant savedAt);

    /// Hides it; its versions stay.
    void delete(long id, Instant deletedAt);

    /// A mapping as it is kept.
    record StoredMapping(long id, int version, Instant savedAt, SavedMapping mapping) {}
}
