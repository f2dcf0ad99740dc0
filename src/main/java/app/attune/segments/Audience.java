package app.attune.segments;

import java.time.Instant;
import org.roaringbitmap.RoaringBitmap;

/// Who a condition means at a point in time. The bitmap holds user positions and is never written again.
///
/// @param population how many users were asked: those known by then
public record Audience(Condition condition, Instant asOf, RoaringBitmap members, int population) {
    public int size() {
        return members.getCardinality();
    }

    public double share() {
        return population == 0 ? 0 : (double) size() / population;
    }
}
