package app.attune.events.sample;

import app.attune.core.Progress;
import app.attune.core.Seeds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;

/// The whole sample in memory: articles, customers, and the rows of the event file with late and repeated ones.
record Shop(Catalogue catalogue, List<Shopper> shoppers, List<Row> rows) {
    private static final long HOUR_MILLIS = 3_600_000L;

    static Shop of(long seed, Progress progress) {
        Catalogue catalogue = Catalogue.of(seed);
        List<Shopper> shoppers = Shoppers.of(seed);
        List<ShopEvent> events = new ArrayList<>();
        for (Shopper shopper : shoppers) {
            if (shopper.userIdx() % 500 == 0) {
                progress.checkpoint();
                progress.report("Simulating shoppers", shopper.userIdx(), shoppers.size());
            }
            events.addAll(Life.of(shopper, catalogue, Seeds.stream(seed, "sample.life." + shopper.id())));
        }
        events.sort(Comparator.comparingLong(ShopEvent::time));
        SplittableRandom random = Seeds.stream(seed, "sample.delivery");
        return new Shop(catalogue, shoppers, delivered(rows(events, random), random));
    }

    private static List<Row> rows(List<ShopEvent> events, SplittableRandom random) {
        Map<Long, String> orderIds = new HashMap<>();
        List<Row> rows = new ArrayList<>(events.size());
        for (ShopEvent event : events) {
            String orderId = "";
            if (event.order() >= 0) {
                long key = event.userIdx() * 10_000L + event.order();
                orderId = orderIds.computeIfAbsent(key, absent -> "o" + (10_001 + orderIds.size()));
            }
            String id = String.format(Locale.ROOT, "e%06d", rows.size() + 1);
            rows.add(new Row(id, event, orderId, loadedAt(event.time(), random)));
        }
        return rows;
    }

    /// Rows are loaded on the hour; a few come one to seven days late.
    private static long loadedAt(long time, SplittableRandom random) {
        long onTime = (time / HOUR_MILLIS + 1) * HOUR_MILLIS;
        boolean late = Chance.happens(Planted.LATE_SHARE, random);
        return late ? onTime + random.nextInt(24, 169) * HOUR_MILLIS : onTime;
    }

    /// Repeats some rows exactly: half right after the first, half as a batch sent again at the end.
    private static List<Row> delivered(List<Row> once, SplittableRandom random) {
        TreeSet<Integer> chosen = new TreeSet<>();
        while (chosen.size() < Planted.DUPLICATES) {
            chosen.add(random.nextInt(once.size()));
        }
        List<Integer> repeated = List.copyOf(chosen);
        List<Row> delivered = new ArrayList<>(once.size() + repeated.size());
        int next = 0;
        for (int i = 0; i < once.size(); i++) {
            delivered.add(once.get(i));
            if (next < repeated.size() / 2 && repeated.get(next) == i) {
                delivered.add(once.get(i));
                next++;
            }
        }
        for (; next < repeated.size(); next++) {
            delivered.add(once.get(repeated.get(next)));
        }
        return delivered;
    }

    /// The rows without the repeated ones, by event id.
    List<Row> distinctRows() {
        TreeSet<String> seen = new TreeSet<>();
        return rows.stream().filter(row -> seen.add(row.id())).toList();
    }
}
