package app.attune.recommend.rerank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// All limits of a re-ranking at work on one list. What cannot be met gives way, and is said: first every limit from
/// below to as many members as there are, then, while there is no list that meets all, the one written last loses its
/// last member. Limits from above never give way; they make lists shorter.
final class Limits {
    private final int[] items;
    private final List<BoundLimit> asked;
    private final int n;
    private final List<String> notes = new ArrayList<>();
    private Placing placing;

    /// @param items of the candidates in their order
    Limits(int[] items, List<BoundLimit> asked, int n) {
        this.items = items;
        this.asked = asked;
        this.n = n;
        List<BoundLimit> met = new ArrayList<>(asked);
        met.replaceAll(this::asManyAsThereAre);
        this.placing = new Placing(items, met, n);
        while (!placing.search() && giveWay(met)) {
            placing = new Placing(items, met, n);
        }
        for (int at = 0; at < asked.size(); at++) {
            tell(asked.get(at), met.get(at));
        }
    }

    /// Places in the order given, by place of the new list.
    int[] order() {
        return placing.found();
    }

    /// What could not be met, in words.
    List<String> notes() {
        return List.copyOf(notes);
    }

    /// The limit that keeps a candidate out of the list as it is: one from above that is full, else the first from
    /// below; empty where there is none.
    Optional<BoundLimit> against(int at) {
        OptionalInt full = placing.full(at);
        List<BoundLimit> caps = asked.stream().filter(BoundLimit::isCap).toList();
        return full.isPresent()
                ? Optional.of(caps.get(full.getAsInt()))
                : asked.stream().filter(limit -> !limit.isCap()).findFirst();
    }

    /// The limit that brings a candidate forward: the first from below it is a member of, else the first of all.
    BoundLimit inFavourOf(int at) {
        return asked.stream()
                .filter(limit -> !limit.isCap() && limit.groups(items[at]).length > 0)
                .findFirst()
                .orElse(asked.getFirst());
    }

    private BoundLimit asManyAsThereAre(BoundLimit limit) {
        return limit.isCap() ? limit : limit.atMostMembers(members(limit));
    }

    private int members(BoundLimit limit) {
        return (int) Arrays.stream(items)
                .filter(item -> limit.groups(item).length > 0)
                .count();
    }

    private static boolean giveWay(List<BoundLimit> met) {
        for (int at = met.size() - 1; at >= 0; at--) {
            int members = met.get(at).deadlines().length;
            if (members > 0) {
                met.set(at, met.get(at).atMostMembers(members - 1));
                return true;
            }
        }
        return false;
    }

    private void tell(BoundLimit limit, BoundLimit met) {
        int wanted = limit.deadlines().length;
        int given = met.deadlines().length;
        if (given < wanted) {
            int members = members(limit);
            notes.add(limit.limit().words() + ": " + wanted + " wanted, "
                    + (members < wanted
                            ? "only " + members + " of the " + items.length + " candidates "
                                    + (members == 1 ? "is one" : "are")
                            : "together with the other limits only " + given + " found"));
        }
        if (limit.limit() instanceof Step.AtLeast least && least.least() > n) {
            notes.add(limit.limit().words() + ": the list has only " + n + " places");
        }
    }
}
