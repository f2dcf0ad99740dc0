package app.attune.segments;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One change of a customer in a change log, on a day from the first of January 2026 on.
///
/// @param city empty for a deletion
record Change(int id, long day, String city) {
    private static final long DAY = 86_400_000;
    private static final long START = 1_767_225_600_000L;

    static long millis(long day) {
        return START + day * DAY;
    }

    String json() {
        String row = city.isEmpty() ? "null" : "{\"id\":" + id + ",\"city\":\"" + city + "\"}";
        String before = city.isEmpty() ? "{\"id\":" + id + "}" : "null";
        String op = city.isEmpty() ? "d" : "u";
        return "{\"before\":" + before + ",\"after\":" + row + ",\"source\":{\"ts_ms\":" + millis(day)
                + ",\"table\":\"customers\"},\"op\":\"" + op + "\",\"ts_ms\":" + (millis(day) + 5) + "}";
    }

    /// Who lives there, from the list of changes alone.
    static List<String> living(List<Change> loaded, int day, String city) {
        Map<String, Change> newest = new TreeMap<>();
        for (Change change : loaded) {
            if (change.day() <= day) {
                newest.merge(
                        Integer.toString(change.id()), change, (one, other) -> one.day() > other.day() ? one : other);
            }
        }
        return newest.entrySet().stream()
                .filter(entry -> entry.getValue().city().equals(city))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Who was there, from the list of changes alone.
    static List<String> known(List<Change> loaded, int day) {
        return loaded.stream()
                .filter(change -> change.day() <= day)
                .map(change -> Integer.toString(change.id()))
                .distinct()
                .sorted()
                .toList();
    }
}
