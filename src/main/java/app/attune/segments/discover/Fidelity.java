package app.attune.segments.discover;

import org.roaringbitmap.RoaringBitmap;

/// How well a rule says who belongs to a group.
///
/// @param meant   users the rule means
/// @param group   users in the group
/// @param both    users in both
public record Fidelity(long meant, long group, long both) {
    static Fidelity of(RoaringBitmap meant, RoaringBitmap group) {
        return new Fidelity(
                meant.getLongCardinality(), group.getLongCardinality(), RoaringBitmap.andCardinality(meant, group));
    }

    static Fidelity of(boolean[] meant, boolean[] group) {
        long inRule = 0;
        long inGroup = 0;
        long inBoth = 0;
        for (int row = 0; row < meant.length; row++) {
            inRule += meant[row] ? 1 : 0;
            inGroup += group[row] ? 1 : 0;
            inBoth += meant[row] && group[row] ? 1 : 0;
        }
        return new Fidelity(inRule, inGroup, inBoth);
    }

    /// The share of the users meant who are in the group; 0 if nobody is meant.
    public double precision() {
        return meant == 0 ? 0 : (double) both / meant;
    }

    /// The share of the group that is meant; 0 if it is empty.
    public double recall() {
        return group == 0 ? 0 : (double) both / group;
    }

    /// The harmonic mean of precision and recall (F1: van Rijsbergen 1979, "Information Retrieval"), 0 to 1.
    public double score() {
        return meant + group == 0 ? 0 : 2.0 * both / (meant + group);
    }

    /// The users of both among those of either (Jaccard 1912), 0 to 1; 1 if there are none.
    public double overlap() {
        long either = meant + group - both;
        return either == 0 ? 1 : (double) both / either;
    }
}
