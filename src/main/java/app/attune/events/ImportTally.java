package app.attune.events;

import app.attune.core.Problem;
import app.attune.events.read.RejectReason;
import app.attune.events.read.Rejection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Counts what becomes of each row of an import.
final class ImportTally {
    private final Map<String, Long> filtered = new TreeMap<>();
    private final Map<RejectReason, Long> quarantined = new EnumMap<>(RejectReason.class);
    private final Map<Long, Long> holders = new TreeMap<>();
    private final LongSet rowHashes = new LongSet();
    private Map<String, Long> blanks = Map.of();
    private long read;
    private long content;
    private long accepted;
    private long dropped;
    private long present;
    private long exact;
    private long conflicting;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private final List<ImportedFile> files = new ArrayList<>();
    private Optional<ImportedFile> opened = Optional.empty();

    long read() {
        return read;
    }

    long accepted() {
        return accepted;
    }

    /// Counts a row as read, with the hash of its text.
    void readOne(long rowHash) {
        read++;
        content = content * 31 + rowHash;
    }

    /// Remembers the text of a row.
    ///
    /// @return whether it repeats an earlier one that was remembered; then it is counted
    boolean repeats(long rowHash) {
        boolean repeated = !rowHashes.add(rowHash);
        exact += repeated ? 1 : 0;
        return repeated;
    }

    /// Counts a row whose text repeats an earlier one.
    void repeat() {
        exact++;
    }

    void accept(long time) {
        accepted++;
        first = Math.min(first, time);
        last = Math.max(last, time);
    }

    void quarantine(Rejection rejection) {
        quarantined.merge(rejection.reason(), 1L, Long::sum);
    }

    /// Counts the row as left out on purpose.
    void filter(String reason) {
        filtered.merge(reason, 1L, Long::sum);
    }

    void drop() {
        dropped++;
    }

    long alreadyPresent() {
        return present;
    }

    void present() {
        present++;
    }

    /// Counts the row as an event that the import `holder` brought.
    void presentIn(long holder) {
        present();
        holders.merge(holder, 1L, Long::sum);
    }

    void conflict() {
        conflicting++;
    }

    void blanks(Map<String, Long> counted) {
        blanks = counted;
    }

    ImportReport report(ImportStart start, long importId, long millis, List<Problem> more) {
        List<Problem> findings = new ArrayList<>(findings(start.mapping()));
        findings.addAll(more);
        Instant startedAt = start.startedAt();
        return new ImportReport(
                importId,
                start.sourceName(),
                start.mapping().rows(),
                startedAt.toString(),
                read,
                accepted,
                dropped,
                present,
                holders,
                exact,
                conflicting,
                filtered,
                quarantined,
                first,
                last,
                millis,
                findings,
                files(),
                blanks,
                Reread.NONE,
                UsersSaid.ALL);
    }

    /// Begins to count the rows of a file.
    void open(String name, long linesBefore) {
        close();
        content = 0;
        opened = Optional.of(counted(name, linesBefore));
    }

    /// What to call a line counted through all files; the file is named where there are several.
    String place(long line) {
        List<ImportedFile> all = new ArrayList<>(files);
        opened.ifPresent(all::add);
        return all.reversed().stream()
                .filter(file -> all.size() > 1 && file.linesBefore() < line)
                .findFirst()
                .map(file -> "line " + (line - file.linesBefore()) + " of " + file.name())
                .orElse("line " + line);
    }

    private List<ImportedFile> files() {
        close();
        return List.copyOf(files);
    }

    private void close() {
        opened.ifPresent(before -> {
            ImportedFile now = counted(before.name(), before.linesBefore());
            files.add(new ImportedFile(
                    now.name(),
                    now.linesBefore(),
                    now.read() - before.read(),
                    now.accepted() - before.accepted(),
                    now.duplicatesDropped() - before.duplicatesDropped(),
                    now.alreadyPresent() - before.alreadyPresent(),
                    now.filtered() - before.filtered(),
                    now.quarantined() - before.quarantined(),
                    now.content()));
        });
        opened = Optional.empty();
    }

    private ImportedFile counted(String name, long linesBefore) {
        return new ImportedFile(
                name,
                linesBefore,
                read,
                accepted,
                dropped,
                present,
                sum(filtered.values()),
                sum(quarantined.values()),
                Long.toHexString(content));
    }

    private static long sum(Collection<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    private List<Problem> findings(Mapping mapping) {
        List<Problem> findings = new ArrayList<>();
        boolean byId = mapping.columnOf(ColumnRole.EVENT_ID).isPresent();
        if (exact > 0 && mapping.rows() == RowKind.EVENTS && !byId) {
            findings.add(
                    new Problem(
                            "import.exact-duplicates-kept",
                            String.format(
                                    Locale.ROOT,
                                    "%,d rows repeat an earlier row exactly; those that could be used are kept: without an event"
                                            + " id they may be separate events.",
                                    exact),
                            "If they are one event each and the file has a column that identifies events, map it and import again."));
        }
        if (conflicting > 0) {
            findings.add(new Problem(
                    "import.conflicting-ids",
                    String.format(
                            Locale.ROOT,
                            "At least %,d rows have a known event id but other content. The first stays.",
                            conflicting),
                    "Check whether the event id column really identifies one event. The way contents"
                            + " are compared misses about one such row in 65,000."));
        }
        return findings;
    }
}
