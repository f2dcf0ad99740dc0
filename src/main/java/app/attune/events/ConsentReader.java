package app.attune.events;

import java.util.Map;

/// Turns the values of one column of consent into what is kept of them. Not thread-safe.
final class ConsentReader {
    private final Map<String, ConsentStatus> meanings;
    private final ConsentValues.Unknown unknown;

    ConsentReader(ConsentValues values) {
        meanings = values.meanings();
        unknown = values.unknown();
    }

    /// The name of a [ConsentStatus]; empty if the row is to be kept aside.
    String of(String text) {
        ConsentStatus known = meanings.get(ConsentValues.plain(text));
        if (known != null) {
            return known.name();
        }
        return unknown == ConsentValues.Unknown.NOT_GRANTED ? ConsentStatus.UNCLEAR.name() : "";
    }
}
