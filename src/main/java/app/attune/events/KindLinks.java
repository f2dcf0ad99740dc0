package app.attune.events;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Which users were seen with which values of one kind of identifier: one link for every pair, with where it was seen
/// first.
public final class KindLinks {
    /// The first time of a link that no event shows, only rows about users.
    public static final long NO_TIME = Long.MAX_VALUE;

    private final String kind;
    private final IdentifierReading reading;
    private final Map<String, Integer> positions = new HashMap<>();
    private final List<String> values = new ArrayList<>();
    private final IdTable pairs = new IdTable();
    private int[] users = new int[64];
    private int[] valueIdx = new int[64];
    private int[] rows = new int[64];
    private int[] places = new int[64];
    private long[] firstMillis = new long[64];

    KindLinks(String kind, IdentifierReading reading) {
        this.kind = kind;
        this.reading = reading;
    }

    public String kind() {
        return kind;
    }

    public IdentifierReading reading() {
        return reading;
    }

    /// The values seen, each once, as they are compared.
    public List<String> values() {
        return values;
    }

    /// How many links there are.
    public int size() {
        return pairs.size();
    }

    /// Position in the dictionary of users.
    public int user(int link) {
        return users[link];
    }

    /// Position in [#values].
    public int value(int link) {
        return valueIdx[link];
    }

    /// How many rows show the link.
    public int rows(int link) {
        return rows[link];
    }

    /// When an event first shows it, epoch milliseconds; [#NO_TIME] if none does.
    public long firstMillis(int link) {
        return firstMillis[link];
    }

    /// Position in [IdentifierLinks#places] of the place where it was read first.
    int place(int link) {
        return places[link];
    }

    /// @return how each text of a dictionary is compared, by position
    int[] positions(List<String> texts) {
        int[] found = new int[texts.size()];
        for (int i = 0; i < found.length; i++) {
            String text = texts.get(i);
            found[i] = position(reading == IdentifierReading.IGNORING_CASE ? text.toLowerCase(Locale.ROOT) : text);
        }
        return found;
    }

    private int position(String value) {
        Integer known = positions.putIfAbsent(value, values.size());
        if (known != null) {
            return known;
        }
        values.add(value);
        return values.size() - 1;
    }

    void add(int userIdx, int value, long millis, int place) {
        int found = pairs.add((long) userIdx << Integer.SIZE | value, 0, 0);
        int link = found < 0 ? -1 - found : found;
        if (found < 0) {
            grow(link);
            users[link] = userIdx;
            valueIdx[link] = value;
            places[link] = place;
            firstMillis[link] = millis;
        }
        rows[link]++;
        firstMillis[link] = Math.min(firstMillis[link], millis);
    }

    private void grow(int link) {
        if (link == users.length) {
            users = Arrays.copyOf(users, link * 2);
            valueIdx = Arrays.copyOf(valueIdx, link * 2);
            rows = Arrays.copyOf(rows, link * 2);
            places = Arrays.copyOf(places, link * 2);
            firstMillis = Arrays.copyOf(firstMillis, link * 2);
        }
    }
}
