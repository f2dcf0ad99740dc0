package app.attune.events.forget;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.events.ChunkColumns;
import app.attune.events.ColumnCodec;
import app.attune.events.ConsentLog;
import app.attune.events.EventStore;
import app.attune.events.ImportReport;
import app.attune.events.RowKind;
import app.attune.events.StoredChunk;
import app.attune.events.quality.LoadDelta;
import java.util.List;
import java.util.Map;

/// Forgets single imports as if they had never been. Thread-safe.
public final class ForgetService {
    /// What else hangs on the events.
    public interface Effects {
        /// What changes from the events as they are to those of `without`.
        LoadDelta delta(EventStore without, Progress progress);

        /// How many links between identifiers the rows of a log show.
        long links(EventStore log, Progress progress);
    }

    private final EventStore store;
    private final Effects effects;

    public ForgetService(EventStore store, Effects effects) {
        this.store = store;
        this.effects = effects;
    }

    /// What [#forget] would do. Changes nothing.
    ///
    /// @throws ProblemException `import.unknown`, `import.not-forgettable`
    public Forgetting preview(long importId, Progress progress) {
        ImportReport report = report(importId);
        progress.report("Counting what goes", 0, 0);
        EventStore without = store.without(importId, progress);
        Map<Long, Long> ofUsers = store.rows(RowKind.USERS);
        Taken taken = new Taken(
                store.rows(RowKind.EVENTS).getOrDefault(importId, 0L),
                ofUsers.getOrDefault(importId, 0L),
                store.rows(RowKind.ITEMS).getOrDefault(importId, 0L),
                consents(importId, progress),
                effects.links(store, progress) - effects.links(without, progress),
                report.quarantined());
        Aftermath aftermath = new Aftermath(report, store.imports(), ofUsers.keySet());
        List<ReadAgain> again = aftermath.again();
        return new Forgetting(report, taken, effects.delta(without, progress), again, aftermath.remaining(again));
    }

    /// Takes the import away, all of it or, when cancelled or failing, nothing.
    ///
    /// @return what had been known of it
    /// @throws ProblemException `import.unknown`, `import.running`, `import.not-forgettable`
    public ImportReport forget(long importId, Progress progress) {
        ImportReport report = report(importId);
        store.forget(importId, progress);
        return report;
    }

    private ImportReport report(long importId) {
        return store.imports().stream()
                .filter(one -> one.importId() == importId)
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        "import.unknown",
                        "This workspace has no import number " + importId + ".",
                        "attune imports WORKSPACE lists those it has."));
    }

    private long consents(long importId, Progress progress) {
        List<String> columns = store.keptTypes(RowKind.USERS).keySet().stream()
                .filter(name -> name.startsWith(ConsentLog.PREFIX))
                .map(ChunkColumns::kept)
                .toList();
        long[] said = {0};
        if (!columns.isEmpty()) {
            store.readChunks(
                    RowKind.USERS,
                    columns,
                    chunk -> said[0] += chunk.importId() == importId ? said(chunk) : 0,
                    progress);
        }
        return said[0];
    }

    private static long said(StoredChunk chunk) {
        long said = 0;
        for (byte[] bytes : chunk.columns().values()) {
            for (int code : ColumnCodec.codes(bytes, chunk.rows())) {
                said += code >= 0 ? 1 : 0;
            }
        }
        return said;
    }
}
