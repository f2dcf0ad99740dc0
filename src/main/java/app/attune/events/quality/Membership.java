package app.attune.events.quality;

/// A segment in two states of the data.
///
/// @param entered members of the second state who were none in the first
/// @param left    members of the first state who are none in the second
public record Membership(String segment, long before, long after, long entered, long left) {
    public boolean isChanged() {
        return entered > 0 || left > 0;
    }
}
