package app.attune.events.quality;

import java.util.List;

/// The versions of every source's columns, and what each changed.
///
/// @param versions by source, oldest first
/// @param changes  by source, oldest first
public record SchemaHistory(List<SchemaVersion> versions, List<SchemaChange> changes) {
    public SchemaHistory {
        versions = List.copyOf(versions);
        changes = List.copyOf(changes);
    }
}
