package app.attune.archive;

import app.attune.core.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The rows of a table in an archive, one at a time.
final class Lines implements Iterator<ObjectNode> {
    /// Characters; the longest value of a store is a sixteenth of it.
    private static final int LONGEST = 64 << 20;

    private final BufferedReader reader;
    private final Function<String, RuntimeException> failure;
    private long number;
    private @Nullable String next;

    /// @param failure what is thrown, of what is wrong
    Lines(InputStream in, Function<String, RuntimeException> failure) {
        this.reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
        this.failure = failure;
        advance();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public ObjectNode next() {
        String line = next;
        if (line == null) {
            throw new NoSuchElementException();
        }
        try {
            JsonNode row = Json.mapper().readTree(line);
            advance();
            if (row instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw failure.apply("line " + number + " is no JSON (" + e.getOriginalMessage() + ")");
        }
        throw failure.apply("line " + number + " is no row");
    }

    private void advance() {
        try {
            StringBuilder line = new StringBuilder();
            int letter = reader.read();
            while (letter >= 0 && letter != '\n' && line.length() < LONGEST) {
                line.append((char) letter);
                letter = reader.read();
            }
            if (line.length() == LONGEST) {
                throw failure.apply("line " + (number + 1) + " is longer than any");
            }
            next = letter < 0 && line.isEmpty() ? null : line.toString();
            number++;
        } catch (IOException e) {
            throw failure.apply("it cannot be unpacked (" + e.getMessage() + ")");
        }
    }
}
