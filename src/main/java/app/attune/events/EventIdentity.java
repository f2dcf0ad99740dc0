package app.attune.events;

import java.nio.charset.StandardCharsets;

/// Tells the same event from another: by its event id where the file has one, else by its content and by how many
/// times that content came before in the file.
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

    @SuppressWarnings("UnusedVariable") // Written, lest the look-ups before the real ones be left out as useless.
    private long touched;

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

    /// Fills in the identities of rows that are taken one after the other.
    ///
    /// The mark of the content of an event with an id shows whether the same id comes with other content: it has
    /// [ColumnCodec#MARK_BITS] bits and is never 0. It is 0 for events without one.
    void of(MappedRow[] rows, int from, int to) {
        for (int i = from; i < to; i++) {
            if (byEventId) {
                byId(rows[i]);
                mark(rows[i]);
            } else {
                byContent(rows[i]);
            }
        }
        if (!byEventId) {
            touch(rows, from, to);
            for (int i = from; i < to; i++) {
                count(rows[i]);
            }
        }
    }

    private void byId(MappedRow row) {
        if (uuid.read(row.eventId)) {
            row.idLow = uuid.low();
            row.idHigh = uuid.high();
        } else {
            hash.reset().add(row.eventId);
            set(row);
        }
    }

    private void set(MappedRow row) {
        row.idLow = hash.low();
        row.idHigh = hash.high();
    }

    private void mark(MappedRow row) {
        long marks = TextHash.fold(row.user.hash() ^ row.time, row.type.hash() | 1);
        marks = TextHash.fold(marks ^ row.item.hash(), Double.doubleToLongBits(row.value) ^ SALT);
        for (int i = 0; i < nameHashes.length; i++) {
            TextCell property = row.properties[i];
            if (!property.isEmpty()) {
                marks += TextHash.fold(nameHashes[i], property.hash());
            }
        }
        int mark = (int) (marks ^ (marks >>> 32)) >>> (Integer.SIZE - ColumnCodec.MARK_BITS);
        row.content = Math.max(mark, 1);
    }

    private void byContent(MappedRow row) {
        hash.reset().add(row.user).add(row.time).add(row.type).add(row.item);
        hash.add(Double.doubleToLongBits(row.value));
        for (int i = 0; i < names.length; i++) {
            if (!row.properties[i].isEmpty()) {
                hash.add(names[i], 0, names[i].length).add(row.properties[i]);
            }
        }
        set(row);
    }

    private void touch(MappedRow[] rows, int from, int to) {
        for (int i = from; i < to; i++) {
            touched ^= occurrences.touch(rows[i].idLow, rows[i].idHigh);
        }
    }

    /// Makes the hash of the content that of the content and how often it came before.
    private void count(MappedRow row) {
        int known = occurrences.add(row.idLow, row.idHigh, 0);
        int position = known < 0 ? -1 - known : known;
        long before = occurrences.payload(position);
        occurrences.setPayload(position, before + 1);
        hash.reset().add(row.idLow).add(row.idHigh).add(before);
        set(row);
    }
}
