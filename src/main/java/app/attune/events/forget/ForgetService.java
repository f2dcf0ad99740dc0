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
import java.util.ArrayList;
import java.util.List;

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
        Taken taken = new Taken(
                rows(RowKind.EVENTS, importId, progress),
                rows(RowKind.USERS, importId, progress),
                rows(RowKind.ITEMS, importId, progress),
                consents(importId, progress),
                effects.links(store, progress) - effects.links(without, progress),
                report.quarantined());
        return new Forgetting(report, taken, effects.delta(without, progress), again(report));
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

    private long rows(RowKind kind, long importId, Progress progress) {
        long[] rows = {0};
        store.readChunks(
                kind,
                List.of(ChunkColumns.ID),
                chunk -> rows[0] += chunk.importId() == importId ? chunk.rows() : 0,
                progress);
        return rows[0];
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

    /// Later imports that would have taken more rows had this one never been, and those that must come after them.
    private List<ReadAgain> again(ImportReport gone) {
        List<ReadAgain> again = new ArrayList<>();
        for (ImportReport later : store.imports().reversed()) {
            if (later.importId() > gone.importId()) {
                if (later.rows() == RowKind.EVENTS) {
                    addEvents(again, gone, later);
                } else {
                    addAttributes(again, later);
                }
            }
        }
        return again;
    }

    private static void addEvents(List<ReadAgain> again, ImportReport gone, ImportReport later) {
        long known =
                later.presentIn().values().stream().mapToLong(Long::longValue).sum();
        long held = later.presentIn().getOrDefault(gone.importId(), 0L);
        if (held > 0) {
            again.add(new ReadAgain(later, held, ReadAgain.Certainty.ALL_HELD_HERE));
        } else if (later.alreadyPresent() > known && gone.rows() == RowKind.EVENTS) {
            again.add(new ReadAgain(later, later.alreadyPresent() - known, ReadAgain.Certainty.SOME_MAYBE));
        }
    }

    /// Of what was said before about users and items nobody wrote down who said it.
    private static void addAttributes(List<ReadAgain> again, ImportReport later) {
        if (later.alreadyPresent() > 0) {
            again.add(new ReadAgain(later, later.alreadyPresent(), ReadAgain.Certainty.SOME_MAYBE));
        } else if (again.stream().anyMatch(before -> before.report().rows() == later.rows())) {
            again.add(new ReadAgain(later, 0, ReadAgain.Certainty.COMES_AFTER));
        }
    }
}
