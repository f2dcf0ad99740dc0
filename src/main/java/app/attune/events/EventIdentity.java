package app.attune.events;

import java.nio.charset.StandardCharsets;

/// Tells the same event from another: by its event id where the file has one, else by its content and by how many
/// times that content came before in the file. Reused for every row.
///
/// An event id that is a UUID is kept bit by bit; any other becomes a 128-bit hash.
final class EventIdentity {
    private static final long SALT = 0x589965cc75374cc3L;

    private final byte[][] names;
    private final long[] nameHashes;
    private final boolean byEventId;
    private final IdTable occurrences = IdTable.ofMemory(IdTable.BESIDE_ANOTHER);
    private final Hash128 hash = new Hash128();
    private final UuidText uuid = new UuidText();
    private long low;
    private long high;
    private int content;

    EventIdentity(KeptColumns kept, boolean byEventId) {
        this.byEventId = byEventId;
        int count = kept.properties().size();
        this.names = new byte[count][];
        this.nameHashes = new long[count];
        for (int i = 0; i < count; i++) {
            names[i] = kept.properties().get(i).name().getBytes(StandardCharsets.UTF_8);
            nameHashes[i] = TextHash.of(names[i], 0, names[i].length);
        }
    }

    boolean isByEventId() {
        return byEventId;
    }

    long low() {
        return low;
    }

    long high() {
        return high;
    }

    /// A mark of the content of an event with an id, to see whether the same id comes with other content: of
    /// [ColumnCodec#MARK_BITS] bits, never 0. It is 0 for events without one.
    int content() {
        return content;
    }

    void of(MappedRow row) {
        if (byEventId) {
            byId(row);
        } else {
            byContent(row);
        }
    }

    private void byId(MappedRow row) {
        if (uuid.read(row.eventId)) {
            low = uuid.low();
            high = uuid.high();
        } else {
            hash.reset().add(row.eventId);
            low = hash.low();
            high = hash.high();
        }
        long marks = TextHash.fold(row.user.hash() ^ row.time, row.type.hash() | 1);
        marks = TextHash.fold(marks ^ row.item.hash(), Double.doubleToLongBits(row.value) ^ SALT);
        for (int i = 0; i < nameHashes.length; i++) {
            TextCell property = row.properties[i];
            if (!property.isEmpty()) {
                marks += TextHash.fold(nameHashes[i], property.hash());
            }
        }
        int mark = (int) (marks ^ (marks >>> 32)) >>> (Integer.SIZE - ColumnCodec.MARK_BITS);
        content = Math.max(mark, 1);
    }

    private void byContent(MappedRow row) {
        hash.reset().add(row.user).add(row.time).add(row.type).add(row.item);
        hash.add(Double.doubleToLongBits(row.value));
        for (int i = 0; i < names.length; i++) {
            if (!row.properties[i].isEmpty()) {
                hash.add(names[i], 0, names[i].length).add(row.properties[i]);
            }
        }
        long contentLow = hash.low();
        long contentHigh = hash.high();
        int known = occurrences.add(contentLow, contentHigh, 0);
        int position = known < 0 ? -1 - known : known;
        long before = occurrences.payload(position);
        occurrences.setPayload(position, before + 1);
        hash.reset().add(contentLow).add(contentHigh).add(before);
        low = hash.low();
        high = hash.high();
    }
}
