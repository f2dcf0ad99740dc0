package app.attune.events.quality;

import app.attune.core.Progress;
import app.attune.core.chart.BarChart;
import app.attune.events.ChunkColumns;
import app.attune.events.EventStore;
import app.attune.events.ImportReport;
import app.attune.events.RowKind;
import app.attune.events.StoredChunk;
import app.attune.events.StoredEvents;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Which users are known from which sources, exactly: every user counts in one overlap, that of all their sources.
///
/// @param sources  the one with most users first
/// @param overlaps the one with most users first
public record Coverage(List<Source> sources, List<Overlap> overlaps) {
    /// The person of a user who came after the persons were made.
    public static final int NOBODY = -1;

    private static final int BARS = 12;

    /// @param only users known from nowhere else
    public record Source(String name, long users, long only) {}

    /// @param sources in the order of [Coverage#sources]
    /// @param users   known from these and no others
    public record Overlap(List<String> sources, long users) {
        public Overlap {
            sources = List.copyOf(sources);
        }
    }

    public Coverage {
        sources = List.copyOf(sources);
        overlaps = List.copyOf(overlaps);
    }

    /// Of files of events and of users, by name. Cost: one pass over the users of the log's rows.
    ///
    /// @param person of a user by its position in the log, or [#NOBODY]
    public static Coverage of(EventStore store, IntUnaryOperator person, Progress progress) {
        Map<Long, String> names =
                store.imports().stream().collect(Collectors.toMap(ImportReport::importId, ImportReport::sourceName));
        Reading reading = new Reading(names, person);
        for (RowKind kind : List.of(RowKind.EVENTS, RowKind.USERS)) {
            store.readChunks(kind, List.of(ChunkColumns.USER), reading::take, progress);
        }
        return reading.coverage();
    }

    public long users() {
        return overlaps.stream().mapToLong(Overlap::users).sum();
    }

    /// Users known from one source only.
    public long single() {
        return sources.stream().mapToLong(Source::only).sum();
    }

    /// The chart `source-overlaps`.
    public BarChart chart() {
        List<BarChart.Bar> bars = overlaps.stream()
                .limit(BARS)
                .map(overlap -> new BarChart.Bar(
                        String.join(" + ", overlap.sources()),
                        overlap.users(),
                        overlap.sources().size() == 1))
                .toList();
        double share = users() == 0 ? 0 : 100.0 * single() / users();
        String title =
                String.format(Locale.ENGLISH, "%.1f%% of %,d users are known from one source only", share, users());
        String subtitle = String.format(
                Locale.ENGLISH,
                "Users by the sources that name them, %,d of %,d overlaps, n = %,d users",
                bars.size(),
                overlaps.size(),
                users());
        return new BarChart("source-overlaps", title, subtitle, "users", bars);
    }

    private static final class Reading {
        private final Map<Long, String> names;
        private final IntUnaryOperator person;
        private final SourceSets sets = new SourceSets();
        private final Map<String, Integer> positions = new HashMap<>();

        Reading(Map<Long, String> names, IntUnaryOperator person) {
            this.names = names;
            this.person = person;
        }

        void take(StoredChunk chunk) {
            String name = names.getOrDefault(chunk.importId(), "import " + chunk.importId());
            int source = positions.computeIfAbsent(name, first -> positions.size());
            for (int user : StoredEvents.users(chunk)) {
                int known = person.applyAsInt(user);
                if (known != NOBODY) {
                    sets.add(known, source);
                }
            }
        }

        Coverage coverage() {
            Map<Integer, String> byPosition =
                    positions.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
            Map<BitSet, Long> counts = sets.counts();
            List<Source> sources = IntStream.range(0, positions.size())
                    .mapToObj(i -> new Source(
                            byPosition.getOrDefault(i, ""), SourceSets.users(counts, i), SourceSets.only(counts, i)))
                    .sorted(Comparator.comparingLong(Source::users).reversed().thenComparing(Source::name))
                    .toList();
            List<String> order = sources.stream().map(Source::name).toList();
            List<Overlap> overlaps = counts.entrySet().stream()
                    .map(set -> new Overlap(
                            set.getKey().stream()
                                    .mapToObj(i -> byPosition.getOrDefault(i, ""))
                                    .sorted(Comparator.comparingInt(order::indexOf))
                                    .toList(),
                            set.getValue()))
                    .sorted(Comparator.comparingLong(Overlap::users)
                            .reversed()
                            .thenComparing(overlap -> overlap.sources().toString()))
                    .toList();
            return new Coverage(sources, overlaps);
        }
    }
}
