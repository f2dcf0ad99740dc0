package app.attune.events.sample;

import app.attune.events.sample.WrittenSample.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Reads the features that may drift out of the written events, before (0) and from (1) week 18.
final class DriftReading {
    private static final String FROM = "2026-08-30T00:00:00Z";

    private final Map<String, List<List<Double>>> values = new HashMap<>();

    private DriftReading() {}

    static Map<String, double[][]> of(WrittenSample sample) {
        DriftReading reading = new DriftReading();
        for (Event event : sample.events()) {
            reading.single(event, sample);
        }
        reading.orders(sample);
        reading.sessions(sample);
        Map<String, double[][]> arrays = new HashMap<>();
        reading.values.forEach((feature, sides) -> arrays.put(
                feature,
                sides.stream()
                        .map(side -> side.stream().mapToDouble(x -> x).toArray())
                        .toArray(double[][]::new)));
        return arrays;
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /// Kolmogorov-Smirnov distance by its definition: the widest gap at any value seen.
    static double distance(double[] a, double[] b) {
        TreeSet<Double> seen = new TreeSet<>();
        Map<Double, Double> step = new HashMap<>();
        for (double value : a) {
            seen.add(value);
            step.merge(value, 1.0 / a.length, Double::sum);
        }
        for (double value : b) {
            seen.add(value);
            step.merge(value, -1.0 / b.length, Double::sum);
        }
        double gap = 0;
        double widest = 0;
        for (double value : seen) {
            gap += WrittenSample.found(value, step);
            widest = Math.max(widest, Math.abs(gap));
        }
        return widest;
    }

    private void single(Event event, WrittenSample sample) {
        switch (event.kind()) {
            case "view" -> {
                add("view_hour", event, Integer.parseInt(event.cell("time").substring(11, 13)));
                add("viewed_price", event, Double.parseDouble(sample.item(event.item(), "price")));
                add("mobile_share", event, event.cell("device").equals("mobile") ? 1 : 0);
            }
            case "rating" -> add("rating_value", event, event.cents() / 100.0);
            case "purchase" -> add("purchase_quantity", event, Integer.parseInt(event.cell("quantity")));
            case "cart" -> add("cart_quantity", event, Integer.parseInt(event.cell("quantity")));
            default -> {}
        }
    }

    private void orders(WrittenSample sample) {
        sample.events().stream()
                .filter(event -> event.is("purchase"))
                .collect(Collectors.groupingBy(event -> event.cell("order_id")))
                .forEach((order, lines) -> {
                    double cents = lines.stream().mapToLong(Event::cents).sum();
                    add("basket_value", lines.getFirst(), cents / 100);
                    add("order_lines", lines.getFirst(), lines.size());
                });
    }

    private void sessions(WrittenSample sample) {
        Map<String, List<Event>> byUser = sample.events().stream().collect(Collectors.groupingBy(Event::user));
        for (List<Event> events : byUser.values()) {
            List<Event> sorted = new ArrayList<>(events);
            sorted.sort(Comparator.comparing(Event::time));
            int start = 0;
            for (int i = 1; i <= sorted.size(); i++) {
                if (i == sorted.size() || gap(sorted.get(i - 1), sorted.get(i)).compareTo(Duration.ofMinutes(30)) > 0) {
                    long views = sorted.subList(start, i).stream()
                            .filter(event -> event.is("view"))
                            .count();
                    if (views > 0) {
                        add("session_depth", sorted.get(start), (double) views);
                    }
                    start = i;
                }
            }
        }
    }

    private static Duration gap(Event first, Event second) {
        return Duration.between(first.time(), second.time());
    }

    private void add(String feature, Event when, double value) {
        values.computeIfAbsent(feature, absent -> List.of(new ArrayList<>(), new ArrayList<>()))
                .get(when.since(FROM) ? 1 : 0)
                .add(value);
    }
}
