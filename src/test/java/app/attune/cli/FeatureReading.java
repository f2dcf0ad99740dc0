package app.attune.cli;

import app.attune.events.Column;
import app.attune.events.EventFrame;
import app.attune.events.NumberColumn;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/// One feature's values before and from a point in time, as the event frame holds them.
final class FeatureReading {
    private static final long PAUSE = Duration.ofMinutes(30).toMillis();

    private final List<Double> before = new ArrayList<>();
    private final List<Double> after = new ArrayList<>();

    private FeatureReading() {}

    double[] before() {
        return ascending(before);
    }

    double[] after() {
        return ascending(after);
    }

    private static double[] ascending(List<Double> values) {
        return values.stream().mapToDouble(value -> value).sorted().toArray();
    }

    /// Every feature that may drift, by name.
    static Map<String, FeatureReading> of(EventFrame frame, long from) {
        Reader reader = new Reader(frame, from, new HashMap<>());
        for (int userIdx = 0; userIdx < frame.userCount(); userIdx++) {
            for (int row = frame.from(userIdx); row < frame.to(userIdx); row++) {
                reader.event(row);
            }
            reader.sessions(userIdx);
        }
        reader.orders();
        return reader.found();
    }

    private record Reader(EventFrame frame, long from, Map<String, FeatureReading> found) {
        void event(int row) {
            switch (type(row)) {
                case "view" -> {
                    add(
                            "view_hour",
                            row,
                            Instant.ofEpochMilli(frame.time(row))
                                    .atOffset(ZoneOffset.UTC)
                                    .getHour());
                    add(
                            "viewed_price",
                            row,
                            number(frame.catalogue().column("price").orElseThrow(), frame.item(row)));
                    add("mobile_share", row, text("device", row).equals("mobile") ? 1 : 0);
                }
                case "rating" -> add("rating_value", row, frame.value(row));
                case "purchase" -> add("purchase_quantity", row, number(property("quantity"), row));
                case "cart" -> add("cart_quantity", row, number(property("quantity"), row));
                default -> {}
            }
        }

        /// A session ends where more than half an hour passes.
        void sessions(int userIdx) {
            int start = frame.from(userIdx);
            int views = 0;
            for (int row = start; row < frame.to(userIdx); row++) {
                views += type(row).equals("view") ? 1 : 0;
                boolean ends = row + 1 == frame.to(userIdx) || frame.time(row + 1) - frame.time(row) > PAUSE;
                if (ends && views > 0) {
                    add("session_depth", start, views);
                }
                if (ends) {
                    start = row + 1;
                    views = 0;
                }
            }
        }

        void orders() {
            Map<String, Integer> firstRow = new HashMap<>();
            Map<String, DoubleStream.Builder> values = new HashMap<>();
            for (int row = 0; row < frame.eventCount(); row++) {
                if (type(row).equals("purchase")) {
                    String order = text("order_id", row);
                    firstRow.putIfAbsent(order, row);
                    values.computeIfAbsent(order, absent -> DoubleStream.builder())
                            .add(frame.value(row));
                }
            }
            values.forEach((order, lines) -> {
                double[] line = lines.build().toArray();
                int row = firstRow.getOrDefault(order, 0);
                // Cents are whole, so equal baskets are equal numbers.
                add("basket_value", row, Math.round(100 * DoubleStream.of(line).sum()) / 100.0);
                add("order_lines", row, line.length);
            });
        }

        private String type(int row) {
            return frame.types().text(frame.type(row));
        }

        private Column property(String name) {
            return frame.property(name).orElseThrow();
        }

        private String text(String name, int row) {
            return property(name).display(row);
        }

        private static double number(Column column, int row) {
            return ((NumberColumn) column).values()[row];
        }

        private void add(String feature, int row, double value) {
            FeatureReading reading = found.computeIfAbsent(feature, absent -> new FeatureReading());
            (frame.time(row) < from ? reading.before : reading.after).add(value);
        }
    }
}
