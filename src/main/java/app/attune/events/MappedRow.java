package app.attune.events;

import java.time.zone.ZoneOffsetTransition;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/// One row after mapping, reused for many rows of an import. Empty text and NaN stand for "none".
final class MappedRow {
    final TextCell user = new TextCell();
    final TextCell item = new TextCell();
    final TextCell type = new TextCell();
    final TextCell eventId = new TextCell();
    long time;
    double value;
    /// The change of the clocks that the time had to be decided at.
    Optional<ZoneOffsetTransition> clockChange = Optional.empty();
    /// What [EventIdentity] says of an event: its id of 128 bits and the mark of its content.
    long idLow;
    long idHigh;
    int content;
    final TextCell[] properties;
    final TextCell[] attributes;
    /// All of its texts: user, item, type, event id, then properties, then attributes.
    final TextCell[] texts;

    MappedRow(KeptColumns kept) {
        properties = cells(kept.properties().size());
        attributes = cells(kept.attributes().size());
        texts = Stream.of(Stream.of(user, item, type, eventId), Arrays.stream(properties), Arrays.stream(attributes))
                .flatMap(cells -> cells)
                .toArray(TextCell[]::new);
    }

    private static TextCell[] cells(int count) {
        return Stream.generate(TextCell::new).limit(count).toArray(TextCell[]::new);
    }
}
