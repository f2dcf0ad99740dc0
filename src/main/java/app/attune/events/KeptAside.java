package app.attune.events;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;

/// The rows that imports kept aside and that nobody has read again since. A row that was read again belongs to the
/// import that did so: accepted there, or kept aside once more.
final class KeptAside {
    private final EventStore store;
    private final List<ImportReport> reports;

    KeptAside(EventStore store) {
        this.store = store;
        this.reports = store.imports();
    }

    /// Those of one import, in order of the file.
    void read(long importId, Consumer<KeptRow> reader) {
        List<Reread> again = reports.stream()
                .map(ImportReport::reread)
                .filter(reread -> reread.importId() == importId)
                .toList();
        all(importId, row -> {
            if (again.stream().noneMatch(reread -> reread.holds(row))) {
                reader.accept(row);
            }
        });
    }

    /// Those of one import, read again since or not.
    void all(long importId, Consumer<KeptRow> reader) {
        RecordCount records = new RecordCount(store.source(importId).format());
        store.readRejections(importId, rejection -> reader.accept(records.next(rejection)));
    }

    /// The first of one import.
    List<RejectedRow> first(long importId, int limit) {
        ImportSource source = store.source(importId);
        ImportReport report = report(importId);
        List<RejectedRow> rows = new ArrayList<>();
        read(importId, row -> {
            if (rows.size() < limit) {
                rows.add(RejectedRow.of(report, source, row));
            }
        });
        return rows;
    }

    ImportReport report(long importId) {
        return reports.stream()
                .filter(done -> done.importId() == importId)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Import " + importId + " has no report"));
    }

    /// What became of the rows that these imports kept aside.
    RejectedRows of(Collection<Long> importIds, int limit) {
        List<ImportReport> all = with(importIds);
        List<RejectedRow> rows = new ArrayList<>();
        long[] open = {0};
        for (ImportReport report : all) {
            ImportSource source = store.source(report.importId());
            read(report.importId(), row -> {
                open[0]++;
                if (rows.size() < limit) {
                    rows.add(RejectedRow.of(report, source, row));
                }
            });
        }
        return new RejectedRows(
                rows,
                open[0],
                all.stream()
                        .filter(report -> importIds.contains(report.importId()))
                        .mapToLong(ImportReport::quarantined)
                        .sum(),
                all.stream()
                        .filter(report -> !importIds.contains(report.importId()))
                        .toList());
    }

    /// These imports and those that read their rows again, oldest first.
    List<ImportReport> with(Collection<Long> importIds) {
        TreeSet<Long> known = new TreeSet<>(importIds);
        List<ImportReport> found = new ArrayList<>();
        for (ImportReport report : reports.reversed()) {
            if (known.contains(report.importId())
                    || known.contains(report.reread().importId())) {
                known.add(report.importId());
                found.add(report);
            }
        }
        return found;
    }
}
