package app.attune.events;

import app.attune.core.Progress;
import app.attune.events.read.TimeFormat;
import app.attune.events.read.TimeReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Everything users said to one purpose, by user, ascending in time.
///
/// Rows count in the order they were loaded. One with a time holds from then on; of two with the same time the later
/// loaded counts. One without a time is the newest there is to say and holds at all times, until a later loaded row has
/// a time; what events say in passing and was said already changes nothing.
public final class ConsentLog {
    /// Attributes that hold consent start with this; the purpose follows.
    public static final String PREFIX = "consent_";

    /// Attributes that hold since when a consent is as it is start with this; the purpose follows.
    public static final String SINCE = "consented_at_";

    private static final ConsentStatement[] NOTHING = {};

    private ConsentLog() {}

    /// By purpose and user; empty where a user said nothing.
    ///
    /// @param history of the same users
    public static Map<String, List<List<ConsentStatement>>> read(
            EventStore store, AttributeHistory history, Progress progress) {
        Map<String, List<String>> dictionaries = store.dictionaries();
        Map<String, ConsentStatement[][]> byPurpose = new TreeMap<>();
        for (String name : store.keptTypes(RowKind.USERS).keySet()) {
            if (name.startsWith(PREFIX)) {
                String purpose = name.substring(PREFIX.length());
                Reading reading = new Reading(purpose, dictionaries, history.users());
                store.readChunks(
                        RowKind.USERS,
                        List.of(
                                ChunkColumns.USER,
                                ChunkColumns.TIME,
                                ChunkColumns.kept(name),
                                ChunkColumns.kept(SINCE + purpose)),
                        chunk -> reading.take(chunk, history.ofEvents().contains(chunk.importId())),
                        progress);
                byPurpose.put(purpose, reading.statements);
            }
        }
        Map<String, List<List<ConsentStatement>>> logs = new TreeMap<>();
        byPurpose.forEach((purpose, statements) ->
                logs.put(purpose, Arrays.stream(statements).map(List::of).toList()));
        return logs;
    }

    private static final class Reading {
        private final String status;
        private final String since;
        private final List<ConsentStatus> statuses;
        private final long[] times;
        private final ConsentStatement[][] statements;

        Reading(String purpose, Map<String, List<String>> dictionaries, int users) {
            status = ChunkColumns.kept(PREFIX + purpose);
            since = ChunkColumns.kept(SINCE + purpose);
            statuses = dictionaries.getOrDefault(Dictionaries.kept(RowKind.USERS, PREFIX + purpose), List.of()).stream()
                    .map(ConsentStatus::of)
                    .toList();
            TimeReader iso = new TimeReader(TimeFormat.iso());
            times = dictionaries.getOrDefault(Dictionaries.kept(RowKind.USERS, SINCE + purpose), List.of()).stream()
                    .mapToLong(text -> iso.millis(text).orElse(TimedChanges.ALWAYS))
                    .toArray();
            statements = new ConsentStatement[users][];
            Arrays.fill(statements, NOTHING);
        }

        void take(StoredChunk chunk, boolean inPassing) {
            int[] user = codes(chunk, ChunkColumns.USER);
            int[] said = codes(chunk, status);
            int[] when = codes(chunk, since);
            long[] rows = TimedChanges.of(chunk);
            for (int row = 0; row < said.length; row++) {
                if (said[row] != Dictionary.MISSING && user[row] < statements.length && said[row] < statuses.size()) {
                    // Where no time is given to the consent, that of its row counts.
                    boolean timed = row < when.length && when[row] >= 0 && when[row] < times.length;
                    long time = timed ? times[when[row]] : rows[row];
                    if (!inPassing || time != TimedChanges.ALWAYS || !isNewest(user[row], said[row])) {
                        take(user[row], said[row], time);
                    }
                }
            }
        }

        private boolean isNewest(int user, int said) {
            int known = statements[user].length;
            return known > 0 && said >= 0 && statements[user][known - 1].status() == statuses.get(said);
        }

        private void take(int user, int said, long time) {
            if (said == ChunkColumns.REMOVED) {
                statements[user] = NOTHING;
                return;
            }
            List<ConsentStatement> sorted = new ArrayList<>();
            for (ConsentStatement known : statements[user]) {
                if (time != TimedChanges.ALWAYS && known.sinceMillis() < time) {
                    sorted.add(known);
                }
            }
            sorted.add(new ConsentStatement(statuses.get(said), time));
            for (ConsentStatement known : statements[user]) {
                if (time != TimedChanges.ALWAYS && known.sinceMillis() > time) {
                    sorted.add(known);
                }
            }
            statements[user] = sorted.toArray(ConsentStatement[]::new);
        }

        private static int[] codes(StoredChunk chunk, String column) {
            return chunk.column(column)
                    .map(bytes -> ColumnCodec.codes(bytes, chunk.rows()))
                    .orElse(new int[0]);
        }
    }
}
