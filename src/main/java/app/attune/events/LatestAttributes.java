package app.attune.events;

import app.attune.core.Progress;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What every attribute of users or items was at a time: later changes win, empty values say nothing, removed ones
/// leave nothing.
///
/// Rows without a time hold at all times and count in the order they were loaded. One with a time holds from then on,
/// unless a later loaded row without a time says otherwise; of two with the same time the later loaded one wins.
/// What events say of their users in passing holds where no row with a time says otherwise, whichever came first.
final class LatestAttributes {
    private final int subjects;
    private final long asOf;
    private final String subject;
    private final Set<Long> ofEvents;
    private final Map<String, Known> known = new TreeMap<>();
    private Optional<long[]> erasedAt = Optional.empty();

    /// @param asOf     changes at or after this time, in epoch milliseconds, count for nothing
    /// @param ofEvents the imports of events
    LatestAttributes(RowKind kind, int subjects, long asOf, Set<Long> ofEvents) {
        this.ofEvents = ofEvents;
        this.subjects = subjects;
        this.asOf = asOf;
        this.subject = kind == RowKind.USERS ? ChunkColumns.USER : ChunkColumns.ITEM;
    }

    /// The newest there is.
    ///
    /// @param kind     USERS or ITEMS
    /// @param subjects how many users or items there are
    static LatestAttributes read(EventStore store, RowKind kind, int subjects, Progress progress) {
        LatestAttributes latest = new LatestAttributes(kind, subjects, Long.MAX_VALUE, ofEvents(store));
        store.readChunks(kind, List.of(), latest::apply, progress);
        return latest;
    }

    /// The imports whose rows are events, which say of users what they say in passing.
    static Set<Long> ofEvents(EventStore store) {
        return store.imports().stream()
                .filter(done -> done.rows() == RowKind.EVENTS)
                .map(ImportReport::importId)
                .collect(Collectors.toSet());
    }

    /// Positions in the attribute's dictionary by subject, missing where nothing is known; empty map when no attribute
    /// is.
    Map<String, int[]> codes() {
        Map<String, int[]> codes = new TreeMap<>();
        known.forEach((name, attribute) -> codes.put(name, attribute.codes));
        return codes;
    }

    /// By column and subject: first the kept columns, then all others that are known.
    LatestCodes inOrder(List<KeptColumn> kept) {
        Map<String, BitSet> timed = new TreeMap<>();
        known.forEach((name, attribute) -> timed.put(name, attribute.timed()));
        List<String> names = Stream.concat(kept.stream().map(KeptColumn::name), known.keySet().stream())
                .distinct()
                .toList();
        return LatestCodes.of(codes(), timed, names);
    }

    /// Chunks in order of arrival.
    void apply(StoredChunk chunk) {
        apply(chunk, ColumnCodec.codes(chunk.column(subject).orElseThrow(), chunk.rows()), TimedChanges.of(chunk));
    }

    /// As [#apply(StoredChunk)], its subjects and times already decoded.
    void apply(StoredChunk chunk, int[] subjectIdx, long[] times) {
        erase(chunk, subjectIdx, times);
        boolean inPassing = ofEvents.contains(chunk.importId());
        chunk.columns().forEach((column, bytes) -> {
            if (ChunkColumns.isKept(column)) {
                Known attribute = known.computeIfAbsent(ChunkColumns.keptName(column), name -> new Known());
                int[] values = ColumnCodec.codes(bytes, chunk.rows());
                for (int row = 0; row < values.length; row++) {
                    if (values[row] != Dictionary.MISSING && subjectIdx[row] < subjects && times[row] < asOf) {
                        int code = values[row] == ChunkColumns.REMOVED ? Dictionary.MISSING : values[row];
                        if (inPassing) {
                            attribute.mention(subjectIdx[row], code);
                        } else {
                            attribute.set(subjectIdx[row], code, times[row]);
                        }
                    }
                }
            }
        });
    }

    /// Forgets attributes that the chunk's own columns do not speak of; those say themselves what is removed.
    private void erase(StoredChunk chunk, int[] subjectIdx, long[] times) {
        Optional<byte[]> column = chunk.column(ChunkColumns.ERASED);
        if (column.isEmpty()) {
            return;
        }
        int[] erased = ColumnCodec.codes(column.get(), chunk.rows());
        List<Known> others = known.entrySet().stream()
                .filter(entry -> chunk.column(ChunkColumns.kept(entry.getKey())).isEmpty())
                .map(Map.Entry::getValue)
                .toList();
        for (int row = 0; row < erased.length; row++) {
            if (erased[row] == 1 && subjectIdx[row] < subjects && times[row] < asOf) {
                for (Known attribute : others) {
                    attribute.set(subjectIdx[row], Dictionary.MISSING, times[row]);
                }
                forget(subjectIdx[row], times[row]);
            }
        }
    }

    /// What is loaded later but holds from before a deletion stays deleted.
    private void forget(int subjectIdx, long time) {
        if (time != TimedChanges.ALWAYS) {
            long[] last = erasedAt.orElseGet(this::always);
            last[subjectIdx] = Math.max(last[subjectIdx], time);
            erasedAt = Optional.of(last);
        }
    }

    private long[] always() {
        long[] times = new long[subjects];
        Arrays.fill(times, TimedChanges.ALWAYS);
        return times;
    }

    private static int[] missing(int subjects) {
        int[] column = new int[subjects];
        Arrays.fill(column, Dictionary.MISSING);
        return column;
    }

    /// One attribute by subject, and since when it is so where rows say.
    private final class Known {
        final int[] codes = missing(subjects);
        private Optional<long[]> since = Optional.empty();

        /// The subjects whose value is that of a row with a time.
        BitSet timed() {
            BitSet timed = new BitSet();
            since.ifPresent(times -> IntStream.range(0, times.length)
                    .filter(subjectIdx -> times[subjectIdx] != TimedChanges.ALWAYS)
                    .forEach(timed::set));
            return timed;
        }

        void mention(int subjectIdx, int code) {
            boolean timed = since.isPresent() && since.get()[subjectIdx] != TimedChanges.ALWAYS;
            boolean deleted = erasedAt.isPresent() && erasedAt.get()[subjectIdx] != TimedChanges.ALWAYS;
            if (!timed && !deleted) {
                codes[subjectIdx] = code;
            }
        }

        void set(int subjectIdx, int code, long time) {
            if (time == TimedChanges.ALWAYS) {
                codes[subjectIdx] = code;
                since.ifPresent(times -> times[subjectIdx] = TimedChanges.ALWAYS);
                return;
            }
            long[] last = since.orElseGet(LatestAttributes.this::always);
            since = Optional.of(last);
            boolean deleted = erasedAt.isPresent() && erasedAt.get()[subjectIdx] > time;
            if (time >= last[subjectIdx] && !deleted) {
                codes[subjectIdx] = code;
                last[subjectIdx] = time;
            }
        }
    }
}
