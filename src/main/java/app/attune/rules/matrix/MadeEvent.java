package app.attune.rules.matrix;

import java.util.Map;

/// An event of a made-up user.
///
/// @param millis when, epoch milliseconds
/// @param item   its id, `item`, and attributes of it, `item.<attribute>`; absent fields are missing
/// @param value  NaN for none
/// @param fields further fields, by name
record MadeEvent(String type, long millis, Map<String, Cell> item, double value, Map<String, Cell> fields) {
    MadeEvent {
        item = Map.copyOf(item);
        fields = Map.copyOf(fields);
    }
}
