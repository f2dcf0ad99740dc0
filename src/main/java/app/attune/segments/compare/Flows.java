package app.attune.segments.compare;

import java.time.Instant;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/// Who entered and left a segment, period by period: one ends when the next begins.
public record Flows(String segment, List<Period> periods) {
    public Flows {
        periods = List.copyOf(periods);
    }

    /// From one time to a later one: `before = stayed + left` and `after = stayed + entered`.
    ///
    /// @param entered in it at the end and not at the beginning
    /// @param fresh   of those entered, users nobody knew at the beginning
    /// @param left    in it at the beginning and not at the end
    /// @param stayed  in it at both times, whatever was between
    public record Period(Instant from, Instant to, int entered, int fresh, int left, int stayed) {
        static Period of(State before, State after) {
            RoaringBitmap entered = RoaringBitmap.andNot(after.members(), before.members());
            return new Period(
                    before.time(),
                    after.time(),
                    entered.getCardinality(),
                    RoaringBitmap.andNotCardinality(entered, before.known()),
                    RoaringBitmap.andNotCardinality(before.members(), after.members()),
                    RoaringBitmap.andCardinality(before.members(), after.members()));
        }

        public int before() {
            return stayed + left;
        }

        public int after() {
            return stayed + entered;
        }
    }

    /// A segment at a time.
    ///
    /// @param known everybody there was
    record State(Instant time, RoaringBitmap members, RoaringBitmap known) {}
}
