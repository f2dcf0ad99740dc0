package app.attune.events.read.shape;

import java.util.List;

/// One place in the records of a file, as an analyst can point at it.
///
/// @param path    of the value or list, as a shape's column takes it
/// @param name    what a column of it is called, such as `device.category`
/// @param example the first value found there
/// @param lists   that have to become rows before it can be reached, outer ones first; of a list itself it is the last
public record RecordField(String path, String name, Kind kind, String example, List<Explode> lists) {
    /// What stands there.
    public enum Kind {
        /// A value that rows have without further ado.
        VALUE,
        /// A list, which can become rows.
        LIST,
        /// A value inside a list of names and values, or inside a text that is JSON.
        INSIDE
    }

    public RecordField {
        lists = List.copyOf(lists);
    }
}
