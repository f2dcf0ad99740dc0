package app.attune.events.sample;

import app.attune.events.sample.Expected.PairTruth;
import app.attune.events.sample.Expected.PairTruths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Counts the planted pairs in the orders as they came out.
final class PairCounts {
    private PairCounts() {}

    static PairTruths of(Shop shop, List<Row> distinct) {
        Map<String, Set<Integer>> orders = new HashMap<>();
        for (Row row : distinct) {
            if (row.event().kind() == EventKind.PURCHASE) {
                orders.computeIfAbsent(row.orderId(), absent -> new HashSet<>())
                        .add(row.event().itemIdx());
            }
        }
        List<PairTruth> planted = new ArrayList<>();
        for (PlantedPair pair : shop.catalogue().pairs()) {
            planted.add(count(pair, shop, orders));
        }
        return new PairTruths(
                "An order is the set of items of purchase events with one order_id; support = orders with both /"
                        + " orders; lift = support / (share with a x share with b)",
                "Counts are exact. Among all pairs in at least 10 orders the planted ones have the highest lift.",
                orders.size(),
                planted);
    }

    private static PairTruth count(PlantedPair pair, Shop shop, Map<String, Set<Integer>> orders) {
        int a = 0;
        int b = 0;
        int both = 0;
        for (Set<Integer> items : orders.values()) {
            boolean hasA = items.contains(pair.anchor());
            boolean hasB = items.contains(pair.partner());
            a += hasA ? 1 : 0;
            b += hasB ? 1 : 0;
            both += hasA && hasB ? 1 : 0;
        }
        return new PairTruth(
                shop.catalogue().item(pair.anchor()).id(),
                shop.catalogue().item(pair.partner()).id(),
                a,
                b,
                both,
                Rounded.of((double) both / orders.size()),
                Rounded.of((double) both / a),
                pair.confidence(),
                Rounded.of((double) both * orders.size() / ((double) a * b)));
    }
}
