package app.attune.events.sample;

import app.attune.events.sample.Expected.DriftTruth;
import app.attune.events.sample.Expected.DriftTruths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Measures each feature of visits and orders before and from the drift week.
final class DriftMeasures {
    private static final long GAP_MILLIS = 30 * 60_000L;
    private static final List<String> DRIFTING = List.of("basket_value", "session_depth");
    private static final Map<String, String> DEFINITIONS = definitions();

    private final Map<String, Sample> before = new HashMap<>();
    private final Map<String, Sample> after = new HashMap<>();

    private DriftMeasures() {}

    private static Map<String, String> definitions() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("basket_value", "sum of the value of an order's purchase events, by the order's time");
        words.put(
                "session_depth",
                "view events in a session with at least one; a session is a user's events with gaps of at most"
                        + " 30 minutes; by the session's first event");
        words.put("view_hour", "hour of the day (UTC) of view events");
        words.put("viewed_price", "price of the item of view events");
        words.put("rating_value", "value of rating events");
        words.put("purchase_quantity", "quantity of purchase events");
        words.put("order_lines", "purchase events of an order, by the order's time");
        words.put("mobile_share", "1 if the device of a view event is mobile, else 0");
        words.put("cart_quantity", "quantity of cart events");
        return words;
    }

    static DriftTruths of(Shop shop, List<Row> distinct) {
        DriftMeasures measures = new DriftMeasures();
        distinct.forEach(row -> measures.measure(row.event(), shop.catalogue()));
        measures.orders(distinct);
        measures.sessions(distinct);
        return new DriftTruths(
                "Weeks count from 1 at " + ShopCalendar.FIRST_DAY + "; before is weeks 1 to 17, after weeks 18 to 26."
                        + " The price of bought and carted items and the views per person move with the two"
                        + " drifting features.",
                "Means and counts are exact, ks is the two-sample Kolmogorov-Smirnov distance.",
                ShopCalendar.DRIFT_WEEK,
                ShopCalendar.iso(ShopCalendar.DRIFT_START).substring(0, 10),
                DRIFTING.stream().map(measures::truth).toList(),
                DEFINITIONS.keySet().stream()
                        .filter(feature -> !DRIFTING.contains(feature))
                        .map(measures::truth)
                        .toList());
    }

    private void measure(ShopEvent event, Catalogue catalogue) {
        switch (event.kind()) {
            case VIEW -> {
                add("view_hour", event, ShopCalendar.hour(event.time()));
                add("viewed_price", event, catalogue.item(event.itemIdx()).cents() / 100.0);
                add("mobile_share", event, event.detail().device().equals("mobile") ? 1 : 0);
            }
            case RATING -> add("rating_value", event, event.detail().hundredths() / 100.0);
            case PURCHASE -> add("purchase_quantity", event, event.detail().quantity());
            case CART -> add("cart_quantity", event, event.detail().quantity());
            case SEARCH, EXPOSURE -> {}
        }
    }

    private void orders(List<Row> distinct) {
        Map<String, List<ShopEvent>> orders = new TreeMap<>();
        for (Row row : distinct) {
            if (row.event().kind() == EventKind.PURCHASE) {
                orders.computeIfAbsent(row.orderId(), absent -> new ArrayList<>())
                        .add(row.event());
            }
        }
        for (List<ShopEvent> lines : orders.values()) {
            long cents =
                    lines.stream().mapToLong(line -> line.detail().hundredths()).sum();
            add("basket_value", lines.getFirst(), cents / 100.0);
            add("order_lines", lines.getFirst(), lines.size());
        }
    }

    private void sessions(List<Row> distinct) {
        Map<Integer, Session> open = new TreeMap<>();
        for (Row row : distinct) {
            ShopEvent event = row.event();
            Session session = open.get(event.userIdx());
            if (session == null || event.time() - session.last > GAP_MILLIS) {
                close(session);
                session = new Session(event);
                open.put(event.userIdx(), session);
            }
            session.last = event.time();
            session.views += event.kind() == EventKind.VIEW ? 1 : 0;
        }
        open.values().forEach(this::close);
    }

    private void close(@Nullable Session session) {
        if (session != null && session.views > 0) {
            add("session_depth", session.first, session.views);
        }
    }

    private void add(String feature, ShopEvent when, double value) {
        (when.time() < ShopCalendar.DRIFT_START ? before : after)
                .computeIfAbsent(feature, absent -> new Sample())
                .add(value);
    }

    private DriftTruth truth(String feature) {
        Sample reference = before.getOrDefault(feature, new Sample());
        Sample current = after.getOrDefault(feature, new Sample());
        return new DriftTruth(
                feature,
                DEFINITIONS.getOrDefault(feature, ""),
                reference.size,
                current.size,
                Rounded.of(reference.mean()),
                Rounded.of(current.mean()),
                Rounded.of(distance(reference.ascending(), current.ascending())));
    }

    /// Largest gap between the two empirical distribution functions, stepping past ties together.
    private static double distance(double[] a, double[] b) {
        int i = 0;
        int j = 0;
        double widest = 0;
        while (i < a.length && j < b.length) {
            double at = Math.min(a[i], b[j]);
            while (i < a.length && a[i] <= at) {
                i++;
            }
            while (j < b.length && b[j] <= at) {
                j++;
            }
            widest = Math.max(widest, Math.abs((double) i / a.length - (double) j / b.length));
        }
        return widest;
    }

    private static final class Session {
        final ShopEvent first;
        long last;
        int views;

        Session(ShopEvent first) {
            this.first = first;
        }
    }

    private static final class Sample {
        private double[] values = new double[256];
        private int size;

        void add(double value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        double mean() {
            double sum = 0;
            for (int i = 0; i < size; i++) {
                sum += values[i];
            }
            return sum / size;
        }

        double[] ascending() {
            double[] sorted = Arrays.copyOf(values, size);
            Arrays.sort(sorted);
            return sorted;
        }
    }
}
