package app.attune.core.sql;

import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.SingleFileStore;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.db.ValueDataType;
import org.h2.mvstore.tx.Transaction;
import org.h2.mvstore.tx.TransactionStore;
import org.h2.mvstore.type.MetaType;
import org.h2.result.Row;
import org.h2.value.Value;
import org.h2.value.ValueVarchar;
import org.h2.value.VersionedValue;
import org.jspecify.annotations.Nullable;

/// The statements that a store's file would run when it is opened, read without running any.
///
/// They are the rows of H2's map `table.0`, in every form opening could bring up: current values, committed values
/// below uncommitted ones, and the old values that an unfinished transaction would be rolled back to.
final class StoredSchema {
    private static final String STATEMENTS = "table.0";
    private static final int SQL_COLUMN = 3;
    private static final String MAP_KEY = "map.";

    private StoredSchema() {}

    /// @param file path of a `.mv.db` file, with a file-system prefix of H2's if it is in memory
    static Set<String> read(String file) {
        looking(file, store -> {
            checkParts(store);
            return Set.of();
        });
        // A map stays with the types it was opened with, so the second look takes a second opening.
        return looking(file, StoredSchema::statements);
    }

    // The file is opened and closed here: H2 keeps its lock when it stumbles over damage in a file it opened itself.
    private static Set<String> looking(String name, Function<MVStore, Set<String>> look) {
        SingleFileStore file = new SingleFileStore(Map.of());
        file.open(name, true, (char[]) null);
        try {
            try (MVStore store = new MVStore.Builder()
                    .fileStore(file)
                    .readOnly()
                    .autoCommitDisabled()
                    .open()) {
                return look.apply(store);
            }
        } finally {
            file.close();
        }
    }

    private static void checkParts(MVStore store) {
        for (String needed : List.of("_", STATEMENTS)) {
            if (!store.hasMap(needed)) {
                throw new IllegalStateException("a part of it is missing");
            }
        }
        // H2 reads prepared transactions with Java serialization; ours never prepares one.
        if (store.hasData("openTransactions")) {
            throw new ForeignContent("a prepared transaction");
        }
        StoredTypes.check(store);
    }

    private static Set<String> statements(MVStore store) {
        TransactionStore transactions = new TransactionStore(store, new MetaType<>(null, null), new ValueDataType(), 0);
        Set<String> found = new LinkedHashSet<>();
        openMaps(store, transactions.begin());
        addCurrent(transactions, found);
        addUndone(store, transactions, found);
        return found;
    }

    /// An undo log of many pages can be read only while the maps it speaks of are open. Opening one reads none of it.
    private static void openMaps(MVStore store, Transaction transaction) {
        for (String name : store.getMapNames()) {
            if (!name.equals("_") && !name.startsWith(TransactionStore.UNDO_LOG_NAME_PREFIX)) {
                transaction.openMap(name);
            }
        }
    }

    private static void addCurrent(TransactionStore transactions, Set<String> found) {
        Transaction transaction = transactions.begin();
        MVMap<Long, VersionedValue<Row>> rows = transaction.<Long, Row>openMap(STATEMENTS).map;
        rows.forEach((id, value) -> {
            add(value.getCurrentValue(), found);
            add(value.getCommittedValue(), found);
        });
    }

    private static void addUndone(MVStore store, TransactionStore transactions, Set<String> found) {
        for (Transaction open : transactions.getOpenTransactions()) {
            for (Iterator<TransactionStore.Change> changes = open.getChanges(0); changes.hasNext(); ) {
                TransactionStore.Change change = changes.next();
                if (change != null && change.mapName.equals(STATEMENTS)) {
                    add((Row) change.value, found);
                }
            }
        }
        MVMap<Long, VersionedValue<Row>> rows = transactions.begin().<Long, Row>openMap(STATEMENTS).map;
        for (String key : store.getMetaMap().keySet()) {
            // Only the logs that the transactions above opened: H2 brings back nothing of any other.
            MVMap<Long, Object> log = key.startsWith(MAP_KEY)
                    ? store.getMap(Integer.parseInt(key.substring(MAP_KEY.length()), 16))
                    : null;
            if (log != null && log.getName().startsWith(TransactionStore.UNDO_LOG_NAME_PREFIX)) {
                log.forEach((undo, entry) -> addOlder(log, entry, rows, found));
            }
        }
    }

    /// An undo entry holds a whole value, which may itself be unfinished and have a committed one below it. H2 does not
    /// show it, so the entry is written out again and read part by part.
    private static void addOlder(
            MVMap<Long, Object> log, Object entry, MVMap<Long, VersionedValue<Row>> rows, Set<String> found) {
        WriteBuffer written = new WriteBuffer();
        log.getValueType().write(written, entry);
        ByteBuffer parts = written.getBuffer().flip();
        if (DataUtils.readVarInt(parts) != rows.getId()) {
            return;
        }
        rows.getKeyType().read(parts);
        if (parts.get() == 1) {
            VersionedValue<Row> older = rows.getValueType().read(parts);
            add(older.getCurrentValue(), found);
            add(older.getCommittedValue(), found);
        }
    }

    private static void add(@Nullable Row row, Set<String> found) {
        if (row == null) {
            return;
        }
        Value sql = row.getValue(SQL_COLUMN);
        if (!(sql instanceof ValueVarchar)) {
            throw new ForeignContent("a statement that is no text");
        }
        found.add(sql.getString());
    }
}
