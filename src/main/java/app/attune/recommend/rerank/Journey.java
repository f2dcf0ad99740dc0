package app.attune.recommend.rerank;

import app.attune.recommend.rerank.Reranked.Dropped;
import app.attune.recommend.rerank.Reranked.Placed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// One list on its way through the steps, and what each of them did to each candidate.
final class Journey {
    private final UserCase user;
    private final int n;
    private final int[] furthest;
    private final Map<Integer, Step> movers = new HashMap<>();
    private final Map<Integer, Dropped> out = new HashMap<>();
    private final List<String> notes = new ArrayList<>();
    private Candidates now;

    Journey(UserCase user, int n) {
        this.user = user;
        this.n = n;
        this.furthest = new int[user.items().length];
        this.now = new Candidates(
                IntStream.range(0, user.items().length).toArray(), user.scores().clone());
    }

    Candidates now() {
        return now;
    }

    /// A step has put the same candidates in another order.
    void moved(Step step, Candidates then) {
        int[] before = now.places(furthest.length);
        int[] after = then.places(furthest.length);
        for (int candidate = 0; candidate < before.length; candidate++) {
            credit(candidate, step, after[candidate] - before[candidate]);
            if (before[candidate] <= n && after[candidate] > n) {
                drop(candidate, step, step.words() + " moved it to place " + after[candidate]);
            }
        }
        now = then;
    }

    /// A condition has left these, in the same order.
    void filtered(Step step, int[] left, IntFunction<String> why) {
        int[] before = now.places(furthest.length);
        now = now.in(left);
        int[] after = now.places(furthest.length);
        for (int candidate = 0; candidate < before.length; candidate++) {
            if (after[candidate] > 0) {
                credit(candidate, step, after[candidate] - before[candidate]);
            } else if (before[candidate] > 0) {
                drop(candidate, step, why.apply(candidate));
            }
        }
    }

    /// All limits have chosen the list.
    void limited(Limits limits) {
        int[] chosen = limits.order();
        int[] order = now.order();
        int[] places = new int[order.length];
        for (int place = 0; place < chosen.length; place++) {
            places[chosen[place]] = place + 1;
        }
        int last = Arrays.stream(chosen).max().orElse(order.length - 1);
        for (int at = 0; at < order.length; at++) {
            if (places[at] > 0) {
                credit(order[at], limits.inFavourOf(at).limit(), places[at] - at - 1);
            } else if (at < Math.max(n, last)) {
                limits.against(at).ifPresent(keepOut(order[at]));
            }
        }
        notes.addAll(limits.notes());
        now = now.in(Arrays.stream(chosen).map(at -> order[at]).toArray());
    }

    private Consumer<BoundLimit> keepOut(int candidate) {
        return limit -> drop(
                candidate,
                limit.limit(),
                limit.isCap()
                        ? limit.limit().words() + " is reached"
                        : "gave way to " + limit.limit().words());
    }

    Reranked end() {
        List<Placed> items = new ArrayList<>();
        int size = Math.min(n, now.size());
        for (int place = 0; place < size; place++) {
            int candidate = now.order()[place];
            out.remove(candidate);
            items.add(new Placed(
                    user.items()[candidate],
                    place + 1,
                    candidate + 1,
                    user.scores()[candidate],
                    now.scores()[place],
                    candidate == place ? Optional.empty() : Optional.ofNullable(movers.get(candidate))));
        }
        List<Dropped> dropped = IntStream.range(0, furthest.length)
                .mapToObj(out::get)
                .flatMap(one -> Optional.ofNullable(one).stream())
                .filter(one -> one.from() <= n || !isOnlyMoved(one))
                .toList();
        if (size < Math.min(n, furthest.length)) {
            notes.add("Only " + size + " of " + n + " places are filled.");
        }
        return new Reranked(items, dropped, notes, n);
    }

    private static boolean isOnlyMoved(Dropped one) {
        return one.by().strength().isPresent();
    }

    private void credit(int candidate, Step step, int shift) {
        if (Math.abs(shift) > Math.abs(furthest[candidate])) {
            furthest[candidate] = shift;
            movers.put(candidate, step);
        }
    }

    private void drop(int candidate, Step step, String why) {
        out.put(candidate, new Dropped(user.items()[candidate], candidate + 1, step, why));
    }
}
