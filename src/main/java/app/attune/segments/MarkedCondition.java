package app.attune.segments;

import java.util.Set;

/// A part that is muted, locked or commented on; never inside another one, and never without any of these.
///
/// For storing, showing and editing alone: whatever asks is given a condition without marks, see [Marks#takenOut].
///
/// @param comment blank for none
public record MarkedCondition(Condition part, Set<Mark> marks, String comment) implements Condition {
    public MarkedCondition {
        marks = Set.copyOf(marks);
        if (part instanceof MarkedCondition || (marks.isEmpty() && comment.isBlank())) {
            throw new IllegalArgumentException("A part is marked once, and by something");
        }
    }

    /// For those who are never given one.
    public IllegalStateException unexpected() {
        return new IllegalStateException("Marks are taken out before a condition is asked");
    }
}
