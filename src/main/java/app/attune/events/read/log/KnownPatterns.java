package app.attune.events.read.log;

import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The patterns of server logs that the presets of the application know, with the values they have to find.
public final class KnownPatterns {
    private static final String FOLDER = "/presets/";
    private static final double MOST = 0.8;
    private static final int LOOKED_AT = 200;

    /// Of two that fit the same lines the first is taken.
    private static final List<Known> ALL = resource("index.txt")
            .lines()
            .filter(file -> !file.isBlank())
            .map(file -> Json.read(resource(file), "The preset " + file))
            .flatMap(KnownPatterns::patterns)
            .toList();

    private KnownPatterns() {}

    /// The pattern that most of these lines have; comments and blank lines do not count.
    public static Optional<String> of(List<String> lines) {
        List<String> rows = lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .limit(LOOKED_AT)
                .toList();
        return ALL.stream()
                .filter(known ->
                        !rows.isEmpty() && rows.stream().filter(known::fits).count() >= rows.size() * MOST)
                .map(Known::text)
                .findFirst();
    }

    /// Every one there is, once.
    public static List<String> all() {
        return ALL.stream().map(Known::text).distinct().toList();
    }

    private static Stream<Known> patterns(JsonNode preset) {
        Map<String, Predicate<String>> sensible = new HashMap<>();
        preset.at("/recognise/values")
                .forEach(sign -> sensible.put(
                        sign.path("at").asText(),
                        Pattern.compile(sign.path("matches").asText()).asMatchPredicate()));
        return StreamSupport.stream(preset.at("/format/patterns").spliterator(), false)
                .map(pattern -> new Known(pattern.asText(), LinePattern.of(pattern.asText()), sensible));
    }

    private static String resource(String file) {
        try (InputStream in = KnownPatterns.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("Missing from the application: " + FOLDER + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param sensible what values look like, by name; an absent value may be any
    private record Known(String text, LinePattern pattern, Map<String, Predicate<String>> sensible) {
        boolean fits(String line) {
            Optional<String[]> values = pattern.cut(line);
            if (values.isEmpty()) {
                return false;
            }
            for (int i = 0; i < pattern.names().size(); i++) {
                String value = values.get()[i];
                Predicate<String> test = sensible.get(pattern.names().get(i));
                if (test != null && !value.isEmpty() && !test.test(value)) {
                    return false;
                }
            }
            return true;
        }
    }
}
