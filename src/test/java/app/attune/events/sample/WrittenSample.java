package app.attune.events.sample;

import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/// The sample as a stranger reads it from its files, knowing nothing of the generator.
record WrittenSample(
        List<Map<String, String>> allEvents,
        List<Event> events,
        Map<String, Map<String, String>> users,
        Map<String, Map<String, String>> items,
        JsonNode expected) {

    /// A distinct row; `cents` is the value times 100, 0 for none.
    record Event(Instant time, String user, String kind, String item, long cents, Map<String, String> cells) {
        boolean is(String word) {
            return kind.equals(word);
        }

        boolean since(String instant) {
            return !time.isBefore(Instant.parse(instant));
        }

        String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    static WrittenSample in(Path directory) {
        List<Map<String, String>> rows = table(directory.resolve("events.csv.gz"));
        Map<String, Map<String, String>> byId = new LinkedHashMap<>();
        rows.forEach(row -> byId.putIfAbsent(row.get("event_id"), row));
        return new WrittenSample(
                rows,
                byId.values().stream().map(WrittenSample::event).toList(),
                keyed(table(directory.resolve("users.csv.gz")), "user_id"),
                keyed(table(directory.resolve("items.csv.gz")), "item_id"),
                Json.read(text(directory.resolve("expected.json")), "expected.json"));
    }

    String item(String item, String column) {
        return found(column, found(item, items));
    }

    /// What `map` holds for `key`, which it must.
    static <K, V> V found(K key, Map<K, V> map) {
        return Objects.requireNonNull(map.get(key), () -> "nothing for " + key);
    }

    static String unpacked(Path file) {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Event event(Map<String, String> row) {
        String value = row.getOrDefault("value", "");
        return new Event(
                Instant.parse(row.getOrDefault("time", "")),
                row.getOrDefault("user_id", ""),
                row.getOrDefault("event", ""),
                row.getOrDefault("item_id", ""),
                value.isEmpty() ? 0 : new BigDecimal(value).movePointRight(2).longValueExact(),
                row);
    }

    private static Map<String, Map<String, String>> keyed(List<Map<String, String>> rows, String key) {
        Map<String, Map<String, String>> byKey = new HashMap<>();
        rows.forEach(row -> byKey.put(row.getOrDefault(key, ""), row));
        return byKey;
    }

    private static List<Map<String, String>> table(Path file) {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            String[] header = in.readLine().split(",", -1);
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                rows.add(row(header, line));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> row(String[] header, String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != header.length || line.indexOf('"') >= 0) {
            throw new IllegalStateException("Not a plain line: " + line);
        }
        Map<String, String> row = HashMap.newHashMap(header.length);
        for (int i = 0; i < header.length; i++) {
            if (!cells[i].isEmpty()) {
                row.put(header[i], cells[i]);
            }
        }
        return row;
    }
}
