package app.attune.profiles;

import java.util.List;

/// A person in a list.
///
/// @param identifiers ids of users and other identifiers together
/// @param overMerged  what the person shares with too many others, or what would have made it too large
public record PersonRow(int person, String name, int users, int identifiers, long events, List<OverMerge> overMerged) {
    public PersonRow {
        overMerged = List.copyOf(overMerged);
    }
}
