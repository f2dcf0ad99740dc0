package app.attune.events.quality;

import java.util.List;

/// A segment in two states of the data.
///
/// @param entered members of the second state who were none in the first
/// @param left    members of the first state who are none in the second
/// @param movers  some of both by name
public record Membership(String segment, long before, long after, long entered, long left, Movers movers) {
    /// Users who change sides; at most [#MOST] of each.
    public record Movers(List<String> entered, List<String> left) {
        /// More are only counted.
        public static final int MOST = 200;

        public static final Movers UNNAMED = new Movers(List.of(), List.of());

        public Movers {
            entered = List.copyOf(entered);
            left = List.copyOf(left);
        }
    }

    /// With nobody named.
    public Membership(String segment, long before, long after, long entered, long left) {
        this(segment, before, after, entered, left, Movers.UNNAMED);
    }

    public boolean isChanged() {
        return entered > 0 || left > 0;
    }
}
