package app.attune.events;

/// Tells the same event from another: by its event id where the file has one, else by its content and by how many
/// times that content came before in the file. Reused for every row.
final class EventIdentity {
    private final KeptColumns kept;
    private final boolean byEventId;
    private final IdTable occurrences = new IdTable();
    private final Hash128 hash = new Hash128();
    private long low;
    private long high;
    private long content;

    EventIdentity(KeptColumns kept, boolean byEventId) {
        this.kept = kept;
        this.byEventId = byEventId;
    }

    long low() {
        return low;
    }

    long high() {
        return high;
    }

    long content() {
        return content;
    }

    void of(MappedRow row) {
        hash.reset().add(row.user).add(row.time).add(row.type).add(row.item);
        hash.add(Double.doubleToLongBits(row.value));
        for (int i = 0; i < row.properties.length; i++) {
            if (!row.properties[i].isEmpty()) {
                hash.add(kept.properties().get(i).name()).add(row.properties[i]);
            }
        }
        content = hash.low();
        long contentHigh = hash.high();
        if (byEventId) {
            hash.reset().add(row.eventId);
        } else {
            int known = occurrences.add(content, contentHigh, 0);
            int position = known < 0 ? -1 - known : known;
            long before = occurrences.payload(position);
            occurrences.setPayload(position, before + 1);
            hash.reset().add(content).add(contentHigh).add(before);
        }
        low = hash.low();
        high = hash.high();
    }
}
