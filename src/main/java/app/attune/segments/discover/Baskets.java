package app.attune.segments.discover;

import app.attune.core.Progress;
import app.attune.events.EventFrame;
import app.attune.segments.AllOf;
import app.attune.segments.Condition;
import app.attune.segments.NoneOf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Counts which of the items in most orders are ordered together. The other items are not looked at.
final class Baskets {
    private static final int STEP = 1 << 12;

    private final EventFrame events;
    private final Orders orders;
    private final BasketLimits limits;
    private final int[] times;
    private final int[] items;
    private final int[][] both;

    Baskets(EventFrame events, Orders orders, BasketLimits limits, Progress progress) {
        this.events = events;
        this.orders = orders;
        this.limits = limits;
        this.times = new int[events.itemCount()];
        orders.orders().forEach(order -> Arrays.stream(order).forEach(item -> times[item]++));
        this.items = IntStream.range(0, times.length)
                .filter(item -> times[item] >= limits.orders())
                .boxed()
                .sorted(Comparator.comparingInt((Integer item) -> -times[item])
                        .thenComparing(item -> events.items().text(item)))
                .limit(limits.items())
                .mapToInt(Integer::intValue)
                .toArray();
        this.both = new int[items.length][items.length];
        count(progress);
    }

    private void count(Progress progress) {
        int[] place = new int[times.length];
        Arrays.fill(place, -1);
        for (int i = 0; i < items.length; i++) {
            place[items[i]] = i;
        }
        for (int i = 0; i < orders.orders().size(); i++) {
            if (i % STEP == 0) {
                progress.report("Counting pairs", i, orders.orders().size());
                progress.checkpoint();
            }
            int[] known = Arrays.stream(orders.orders().get(i))
                    .map(item -> place[item])
                    .filter(at -> at >= 0)
                    .sorted()
                    .toArray();
            for (int one = 0; one < known.length; one++) {
                for (int other = one + 1; other < known.length; other++) {
                    both[known[one]][known[other]]++;
                }
            }
        }
    }

    /// Those in most orders first; of equally many, by the names of the items.
    List<BoughtTogether> pairs() {
        List<BoughtTogether> pairs = new ArrayList<>();
        for (int more = 0; more < items.length; more++) {
            for (int fewer = more + 1; fewer < items.length; fewer++) {
                if (both[more][fewer] >= limits.orders()) {
                    pairs.add(pair(items[fewer], items[more], both[more][fewer]));
                }
            }
        }
        return pairs.stream()
                .filter(pair -> pair.lift() >= limits.lift())
                .sorted(Comparator.comparingInt((BoughtTogether pair) -> -pair.both())
                        .thenComparing(BoughtTogether::first)
                        .thenComparing(BoughtTogether::second))
                .toList();
    }

    private BoughtTogether pair(int first, int second, int together) {
        String one = events.items().text(first);
        String other = events.items().text(second);
        Condition condition = new AllOf(List.of(orders.bought(one), new NoneOf(List.of(orders.bought(other)))));
        return new BoughtTogether(
                one,
                other,
                together,
                times[first],
                times[second],
                orders.orders().size(),
                condition,
                0);
    }
}
