package app.attune.events.read;

import app.attune.core.json.Json;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Finds the lists of objects in the first JSON document of a text: where its records may stand.
final class JsonPlaces {
    private static final int MAX_PLACES = 50;

    private final List<String> places = new ArrayList<>();
    private final Deque<String> path = new ArrayDeque<>();

    private JsonPlaces() {}

    /// Paths such as `/data/orders`, blank for the top, in the order of the document.
    ///
    /// @param text the start of a file
    static List<String> of(String text) {
        JsonPlaces found = new JsonPlaces();
        found.places.add("");
        try (JsonParser parser = Json.mapper().createParser(text)) {
            found.read(parser);
        } catch (IOException e) {
            // The text is only the start of a file: what was found before its end counts.
            return found.all();
        }
        return found.all();
    }

    private List<String> all() {
        return List.copyOf(places);
    }

    private void read(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return;
        }
        int open = 1;
        while (open > 0 && places.size() < MAX_PLACES) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return;
            }
            switch (token) {
                case FIELD_NAME -> path.addLast(escaped(parser.currentName()));
                case START_OBJECT -> open++;
                case END_OBJECT -> {
                    open--;
                    path.pollLast();
                }
                case START_ARRAY -> {
                    list(parser);
                    path.pollLast();
                }
                default -> path.pollLast();
            }
        }
    }

    private void list(JsonParser parser) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == JsonToken.START_OBJECT) {
            places.add("/" + String.join("/", path));
        }
        for (int open = 1; open > 0; ) {
            JsonToken token = parser.currentToken();
            if (token == null) {
                return;
            }
            if (token.isStructStart()) {
                open++;
            } else if (token.isStructEnd()) {
                open--;
            }
            if (open > 0) {
                parser.nextToken();
            }
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
