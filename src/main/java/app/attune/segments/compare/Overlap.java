package app.attune.segments.compare;

import app.attune.core.Require;
import app.attune.segments.SegmentDraft;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/// How segments share their users, counted exactly. The bitmaps hold user positions and are never written again.
///
/// @param population   how many users were known then
/// @param parts        the segments as they were named
/// @param combinations everybody who is in any of them, each in one combination; the largest first, none empty
/// @param pairs        of every two of the segments, in their order
public record Overlap(
        Instant asOf, int population, List<Part> parts, List<Combination> combinations, List<Pair> pairs) {
    public Overlap {
        parts = List.copyOf(parts);
        combinations = List.copyOf(combinations);
        pairs = List.copyOf(pairs);
    }

    /// One of the segments with all its users.
    public record Part(SegmentDraft segment, RoaringBitmap users) {
        public int size() {
            return users.getCardinality();
        }

        public String name() {
            return segment.name();
        }
    }

    /// The users who are in exactly these of the segments and in none of the others.
    ///
    /// @param inside positions among the parts, ascending
    public record Combination(List<Integer> inside, RoaringBitmap users) {
        public Combination {
            inside = List.copyOf(inside);
        }

        public int size() {
            return users.getCardinality();
        }
    }

    /// Two of the segments.
    ///
    /// @param first  position among the parts
    /// @param both   users in both, whatever else they are in
    /// @param either users in at least one
    public record Pair(int first, int second, int both, int either) {
        /// Users in both by users in either, from 0 to 1; NaN where both are empty.
        public double jaccard() {
            return either == 0 ? Double.NaN : (double) both / either;
        }
    }

    /// @throws IllegalArgumentException of fewer than two parts
    static Overlap of(List<Part> parts, int population, Instant asOf) {
        Require.that(parts.size() > 1, "An overlap is of two segments at least");
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            for (int j = i + 1; j < parts.size(); j++) {
                RoaringBitmap first = parts.get(i).users();
                RoaringBitmap second = parts.get(j).users();
                pairs.add(new Pair(
                        i, j, RoaringBitmap.andCardinality(first, second), RoaringBitmap.orCardinality(first, second)));
            }
        }
        return new Overlap(asOf, population, parts, combinations(parts), pairs);
    }

    /// Splits everybody who is in any, segment by segment: never more cells than users.
    private static List<Combination> combinations(List<Part> parts) {
        RoaringBitmap any = RoaringBitmap.or(parts.stream().map(Part::users).iterator());
        List<Combination> cells = List.of(new Combination(List.of(), any));
        for (int i = 0; i < parts.size(); i++) {
            List<Combination> split = new ArrayList<>();
            for (Combination cell : cells) {
                List<Integer> with = new ArrayList<>(cell.inside());
                with.add(i);
                split.add(new Combination(
                        with, RoaringBitmap.and(cell.users(), parts.get(i).users())));
                split.add(new Combination(
                        cell.inside(),
                        RoaringBitmap.andNot(cell.users(), parts.get(i).users())));
            }
            split.removeIf(cell -> cell.users().isEmpty());
            cells = split;
        }
        List<Combination> sorted = new ArrayList<>(cells);
        sorted.sort(Comparator.comparingInt(Combination::size).reversed());
        return sorted;
    }

    /// Users in at least one of the segments.
    public int union() {
        return combinations.stream().mapToInt(Combination::size).sum();
    }

    /// Users in every one of the segments.
    public int everywhere() {
        return combinations.stream()
                .filter(one -> one.inside().size() == parts.size())
                .mapToInt(Combination::size)
                .sum();
    }

    /// "Frequent buyers and VIP", or "Frequent buyers only".
    public String name(Combination one) {
        List<String> names = one.inside().stream()
                .map(position -> parts.get(position).name())
                .toList();
        return names.size() == 1 ? names.getFirst() + " only" : OverlapWords.listed(names);
    }
}
