package app.attune.core.sql;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.SingleFileStore;
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
        addCurrent(transactions, found);
        addUndone(transactions, found);
        return found;
    }

    private static void addCurrent(TransactionStore transactions, Set<String> found) {
        Transaction transaction = transactions.begin();
        MVMap<Long, VersionedValue<Row>> rows = transaction.<Long, Row>openMap(STATEMENTS).map;
        rows.forEach((id, value) -> {
            add(value.getCurrentValue(), found);
            add(value.getCommittedValue(), found);
        });
    }

    private static void addUndone(TransactionStore transactions, Set<String> found) {
        for (Transaction open : transactions.getOpenTransactions()) {
            for (Iterator<TransactionStore.Change> changes = open.getChanges(0); changes.hasNext(); ) {
                TransactionStore.Change change = changes.next();
                if (change != null && change.mapName.equals(STATEMENTS)) {
                    add((Row) change.value, found);
                }
            }
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
