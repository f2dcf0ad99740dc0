package app.attune.export;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A property of events that the workbench makes and a server must make too before it can build features of it.
///
/// @param name     of the property, or `user_id` for who is one person
/// @param words    how it is made, as a sentence without its end
/// @param settings that it follows from
/// @param sql      that makes it of the tables which the SQL of features reads; empty if no SQL can
public record MadeValue(String name, String words, SortedMap<String, String> settings, Optional<String> sql) {
    /// Names who an event is of, so every feature needs it.
    public static final String USER = "user_id";

    public MadeValue {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }
}
