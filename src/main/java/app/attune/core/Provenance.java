package app.attune.core;

import java.util.Map;
import java.util.TreeMap;

/// Where a result comes from, complete enough to make it again.
///
/// @param kind     what was made, such as `item-knn`
/// @param options  every option with its value, defaults written out
/// @param seed     of all randomness
/// @param dataHash of the data it was made from
/// @param rows     how many rows of that data it used
/// @param window   the event time of that data
/// @param madeAt   ISO-8601 instant
/// @param software version of the application and of Java, operating system, architecture
/// @param metrics  what was measured of it, by name
public record Provenance(
        String kind,
        Map<String, String> options,
        long seed,
        String dataHash,
        long rows,
        TimeWindow window,
        String madeAt,
        Map<String, String> software,
        Map<String, Double> metrics) {
    public Provenance {
        options = java.util.Collections.unmodifiableMap(new TreeMap<>(options));
        software = java.util.Collections.unmodifiableMap(new TreeMap<>(software));
        metrics = java.util.Collections.unmodifiableMap(new TreeMap<>(metrics));
    }

    /// Versions of this application and of what it runs on.
    public static Map<String, String> softwareHere() {
        return Map.of(
                "attune", Version.current(),
                "java", Runtime.version().toString(),
                "os", System.getProperty("os.name", "unknown"),
                "arch", System.getProperty("os.arch", "unknown"));
    }
}
