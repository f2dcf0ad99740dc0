package app.attune.events;

import app.attune.core.Problem;
import app.attune.core.TimeWindow;
import app.attune.events.read.RejectReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/// What an import did with every row it read: `read = accepted + duplicatesDropped + alreadyPresent
/// + filtered + quarantined`.
///
/// @param importId          0 for a dry run
/// @param startedAt         ISO-8601 instant
/// @param duplicatesDropped rows that repeat one of the same file by event id, or change nothing about a user or item
/// @param alreadyPresent    rows that an earlier import brought
/// @param presentIn         of those, events by the number of the import that holds them
/// @param exactDuplicates   rows whose text repeats an earlier row of the file; without event ids they are kept, since
///                          a basket may hold the same line twice
/// @param conflicting       rows not accepted, with a known event id and other content: the first one stays. Told by 16
///                          bits of the content, so about one in 65,536 is missed
/// @param filteredByReason  rows left out on purpose, such as those of robots, by the reason in words
/// @param firstMillis       time of the first accepted event; meaningless if none was
/// @param lastMillis        time of the last accepted event; meaningless if none was
/// @param files             the same counts for each file that was read, in the order of reading
/// @param blanks            of the rows that are neither filtered nor quarantined, those with nothing in a column, by
///                          the column of the file; columns without any are left out
/// @param reread            the rows of an earlier import that were read again
/// @param usersSaid         how much of what events say of their users was kept
public record ImportReport(
        long importId,
        String sourceName,
        RowKind rows,
        String startedAt,
        long read,
        long accepted,
        long duplicatesDropped,
        long alreadyPresent,
        Map<Long, Long> presentIn,
        long exactDuplicates,
        long conflicting,
        Map<String, Long> filteredByReason,
        Map<RejectReason, Long> quarantinedByReason,
        long firstMillis,
        long lastMillis,
        long millis,
        List<Problem> findings,
        List<ImportedFile> files,
        Map<String, Long> blanks,
        Reread reread,
        UsersSaid usersSaid) {
    public ImportReport {
        Map<RejectReason, Long> reasons = new EnumMap<>(RejectReason.class);
        reasons.putAll(quarantinedByReason);
        quarantinedByReason = Collections.unmodifiableMap(reasons);
        findings = List.copyOf(findings);
        // Reports of older versions have none of these.
        presentIn = presentIn == null ? Map.of() : Map.copyOf(presentIn);
        filteredByReason = filteredByReason == null ? Map.of() : Map.copyOf(filteredByReason);
        files = files == null ? List.of() : List.copyOf(files);
        reread = reread == null ? Reread.NONE : reread;
        usersSaid = usersSaid == null ? UsersSaid.WHAT_WAS_NEW : usersSaid;
        blanks = blanks == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(blanks));
    }

    /// The file it is of, and the one its rows were mended in: to import it again takes that one.
    public String fileName() {
        return reread.named(sourceName);
    }

    public long filtered() {
        return filteredByReason.values().stream().mapToLong(Long::longValue).sum();
    }

    public long quarantined() {
        return quarantinedByReason.values().stream().mapToLong(Long::longValue).sum();
    }

    /// Rows that could be used: neither filtered nor quarantined.
    public long usable() {
        return accepted + duplicatesDropped + alreadyPresent;
    }

    /// Whether every row read is accounted for.
    public boolean addsUp() {
        return read == accepted + duplicatesDropped + alreadyPresent + filtered() + quarantined();
    }

    /// Whether the column kept under this name is understood as text because values do not fit its declared type.
    public boolean keptAsText(String name) {
        return findings.stream().anyMatch(finding -> Misfit.isOf(finding, name));
    }

    /// The file and line that a line counted through all files stands for.
    public FilePlace place(long line) {
        return files.reversed().stream()
                .filter(file -> file.linesBefore() < line)
                .findFirst()
                .map(file -> new FilePlace(file.name(), line - file.linesBefore()))
                .orElseGet(() -> new FilePlace(sourceName, line));
    }

    /// The line counted through all files that [#place] makes this place of.
    public long line(FilePlace place) {
        return place.line()
                + files.stream()
                        .filter(file -> file.name().equals(place.file()))
                        .findFirst()
                        .map(ImportedFile::linesBefore)
                        .orElse(0L);
    }

    /// From the first accepted event to one millisecond after the last.
    public Optional<TimeWindow> span() {
        return rows != RowKind.EVENTS || accepted == 0
                ? Optional.empty()
                : Optional.of(new TimeWindow(Instant.ofEpochMilli(firstMillis), Instant.ofEpochMilli(lastMillis + 1)));
    }

    public long rowsPerSecond() {
        return read * 1_000 / Math.max(millis, 1);
    }

    /// Of several files together; the only one itself if there is one.
    static ImportReport together(List<ImportReport> reports) {
        return reports.stream().reduce(ImportReport::plus).orElseThrow();
    }

    /// The same but for findings of this code.
    public ImportReport without(String code) {
        return with(
                importId,
                reread,
                findings.stream()
                        .filter(finding -> !finding.code().equals(code))
                        .toList());
    }

    ImportReport withReread(Reread again) {
        return with(importId, again, findings);
    }

    /// As it stands once some of its rejected rows were read again; the same where not all that are rejected still are
    /// told.
    public ImportReport mended(RejectedRows now) {
        if (now.again().isEmpty() || now.rows().size() < now.open()) {
            return this;
        }
        Map<RejectReason, Long> open = new EnumMap<>(RejectReason.class);
        now.rows().forEach(row -> open.merge(row.rejection().reason(), 1L, Long::sum));
        Map<String, Long> left = new TreeMap<>(filteredByReason);
        now.again().forEach(again -> again.filteredByReason.forEach((why, count) -> left.merge(why, count, Long::sum)));
        return with(now, left, open);
    }

    private ImportReport with(RejectedRows now, Map<String, Long> left, Map<RejectReason, Long> open) {
        return new ImportReport(
                importId,
                sourceName,
                rows,
                startedAt,
                read,
                accepted + sum(now, ImportReport::accepted),
                duplicatesDropped + sum(now, ImportReport::duplicatesDropped),
                alreadyPresent + sum(now, ImportReport::alreadyPresent),
                presentIn,
                exactDuplicates,
                conflicting,
                left,
                open,
                firstMillis,
                lastMillis,
                millis,
                findings,
                files,
                blanks,
                reread,
                usersSaid);
    }

    private static long sum(RejectedRows now, ToLongFunction<ImportReport> count) {
        return now.again().stream().mapToLong(count).sum();
    }

    /// With rows that were not read since an earlier import holds them, by the number of that import.
    ImportReport alsoPresent(Map<Long, Long> held, List<Problem> others) {
        long rowsHeld = held.values().stream().mapToLong(Long::longValue).sum();
        return new ImportReport(
                importId,
                sourceName,
                rows,
                startedAt,
                read + rowsHeld,
                accepted,
                duplicatesDropped,
                alreadyPresent + rowsHeld,
                rows == RowKind.EVENTS ? sum(presentIn, held) : presentIn,
                exactDuplicates,
                conflicting,
                filteredByReason,
                quarantinedByReason,
                firstMillis,
                lastMillis,
                millis,
                others,
                files,
                blanks,
                reread,
                usersSaid);
    }

    /// With what is to say of the same rows in earlier imports, before all else.
    ///
    /// @param earlier newest first
    ImportReport alsoSaying(List<ImportReport> earlier) {
        List<Problem> all = new ArrayList<>(SameText.findings(this, earlier));
        all.addAll(findings);
        return with(importId, reread, all);
    }

    ImportReport withId(long id) {
        return with(id, reread, findings);
    }

    private ImportReport plus(ImportReport other) {
        List<Problem> all = new ArrayList<>(findings);
        all.addAll(other.findings);
        List<ImportedFile> both = new ArrayList<>(files);
        both.addAll(other.files);
        return new ImportReport(
                0,
                sourceName + ", " + other.sourceName,
                rows,
                startedAt,
                read + other.read,
                accepted + other.accepted,
                duplicatesDropped + other.duplicatesDropped,
                alreadyPresent + other.alreadyPresent,
                sum(presentIn, other.presentIn),
                exactDuplicates + other.exactDuplicates,
                conflicting + other.conflicting,
                sum(filteredByReason, other.filteredByReason),
                sum(quarantinedByReason, other.quarantinedByReason),
                Math.min(firstMillis, other.firstMillis),
                Math.max(lastMillis, other.lastMillis),
                millis + other.millis,
                all,
                both,
                sum(blanks, other.blanks),
                Reread.NONE,
                usersSaid);
    }

    private static <K extends Comparable<K>> Map<K, Long> sum(Map<K, Long> one, Map<K, Long> other) {
        Map<K, Long> sum = new TreeMap<>(one);
        other.forEach((key, count) -> sum.merge(key, count, Long::sum));
        return sum;
    }

    private ImportReport with(long id, Reread again, List<Problem> others) {
        return new ImportReport(
                id,
                sourceName,
                rows,
                startedAt,
                read,
                accepted,
                duplicatesDropped,
                alreadyPresent,
                presentIn,
                exactDuplicates,
                conflicting,
                filteredByReason,
                quarantinedByReason,
                firstMillis,
                lastMillis,
                millis,
                others,
                files,
                blanks,
                again,
                usersSaid);
    }
}
