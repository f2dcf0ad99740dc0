package app.attune.archive.store;

import app.attune.core.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Locale;

/// A column of a table, and how its values are written in JSON.
///
/// Text that is JSON as we write it is written as that JSON, so that it can be read; any other text as it is.
record Cell(String column, Kind kind) {
    enum Kind {
        WHOLE,
        TRUTH,
        TEXT,
        BYTES
    }

    static Cell of(String column, String type) {
        return new Cell(
                column,
                switch (type) {
                    case "SMALLINT", "INTEGER", "BIGINT" -> Kind.WHOLE;
                    case "BOOLEAN" -> Kind.TRUTH;
                    case "CHARACTER", "CHARACTER VARYING", "CHARACTER LARGE OBJECT" -> Kind.TEXT;
                    case "BINARY VARYING", "BINARY LARGE OBJECT" -> Kind.BYTES;
                    default -> throw new IllegalStateException("No archive has a column of the type " + type);
                });
    }

    String quoted() {
        return '"' + column + '"';
    }

    private String name() {
        return column.toLowerCase(Locale.ROOT);
    }

    static ObjectNode row(List<Cell> cells, ResultSet found) throws SQLException {
        ObjectNode row = Json.mapper().createObjectNode();
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).read(found, i + 1, row);
        }
        return row;
    }

    private void read(ResultSet found, int place, ObjectNode row) throws SQLException {
        if (found.getObject(place) == null) {
            row.putNull(name());
            return;
        }
        switch (kind) {
            case WHOLE -> row.put(name(), found.getLong(place));
            case TRUTH -> row.put(name(), found.getBoolean(place));
            case TEXT -> text(found.getString(place), row);
            case BYTES -> row.put(name(), found.getBytes(place));
        }
    }

    private void text(String text, ObjectNode row) {
        if (text.startsWith("{") || text.startsWith("[")) {
            try {
                JsonNode json = Json.mapper().readTree(text);
                if (Json.write(json).equals(text)) {
                    row.set(name(), json);
                    return;
                }
            } catch (JsonProcessingException e) {
                // It only begins like JSON: it is written as the text it is.
            }
        }
        row.put(name(), text);
    }

    /// @throws IllegalArgumentException if the row has other columns or values of other kinds
    static void bind(PreparedStatement insert, List<Cell> cells, ObjectNode row) throws SQLException {
        if (row.size() != cells.size()) {
            throw new IllegalArgumentException("it has " + row.size() + " values for " + cells.size() + " columns");
        }
        for (int i = 0; i < cells.size(); i++) {
            JsonNode value = row.path(cells.get(i).name());
            if (value.isMissingNode()) {
                throw new IllegalArgumentException("it has no " + cells.get(i).name());
            }
            cells.get(i).bind(insert, i + 1, value);
        }
    }

    private void bind(PreparedStatement insert, int place, JsonNode value) throws SQLException {
        if (value.isNull()) {
            insert.setNull(place, Types.NULL);
            return;
        }
        switch (kind) {
            case WHOLE ->
                insert.setLong(
                        place,
                        require(value.canConvertToLong() && value.isIntegralNumber(), value)
                                .longValue());
            case TRUTH ->
                insert.setBoolean(place, require(value.isBoolean(), value).booleanValue());
            case TEXT ->
                insert.setString(
                        place,
                        value.isContainerNode()
                                ? Json.write(value)
                                : require(value.isTextual(), value).textValue());
            case BYTES -> insert.setBytes(place, bytes(value));
        }
    }

    private byte[] bytes(JsonNode value) {
        try {
            return require(value.isTextual(), value).binaryValue();
        } catch (IOException e) {
            throw new IllegalArgumentException(name() + " is no base64", e);
        }
    }

    private JsonNode require(boolean fits, JsonNode value) {
        if (!fits) {
            throw new IllegalArgumentException(name() + " is of another kind");
        }
        return value;
    }
}
