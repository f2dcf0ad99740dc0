package app.attune.profiles;

import java.util.List;

/// What other identity rules would change.
///
/// @param personsBefore how many persons there are
/// @param personsAfter  how many there would be
/// @param split         persons who would become several
/// @param merged        persons who would come of several
/// @param renamed       persons who go on under another name
/// @param usersMoved    users who would be another person, whatever that one is called
/// @param eventsMoved   their events
/// @param parts         of the first persons that are split, by name, what they would become
/// @param segments      whose counts would change
public record IdentityChange(
        IdentityRules rules,
        int personsBefore,
        int personsAfter,
        int split,
        int merged,
        int renamed,
        int usersMoved,
        long eventsMoved,
        List<Part> parts,
        List<Count> segments) {
    /// Some of a person's users who would be a person of their own.
    public record Part(String before, String after, List<String> users, long events) {
        public Part {
            users = List.copyOf(users);
        }
    }

    /// How many users a segment has and would have.
    public record Count(String segment, long before, long after) {}

    public IdentityChange {
        parts = List.copyOf(parts);
        segments = List.copyOf(segments);
    }
}
