package app.attune.events;

import app.attune.core.Problem;
import app.attune.events.read.RawRow;
import app.attune.events.read.RowReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Passes the rows of a log's dump on and remembers which offsets of each partition came.
final class OffsetWatch extends PassedRows {
    private static final String PARTITION = "partition";
    private static final String OFFSET = "offset";
    private static final String TOPIC = "topic";
    private static final int SHOWN = 20;

    /// Ranges remembered of a partition: some 100 MB where every other offset is missing.
    private static final int MOST = 1_000_000;

    private final int partition;
    private final int offset;
    private final int topic;
    private final Map<String, Offsets> seen = new TreeMap<>();

    private OffsetWatch(RowReader rows) {
        super(rows);
        this.partition = rows.columns().indexOf(PARTITION);
        this.offset = rows.columns().indexOf(OFFSET);
        this.topic = rows.columns().indexOf(TOPIC);
    }

    /// The rows themselves where they have no partition and offset.
    static RowReader of(RowReader rows) {
        return rows.columns().containsAll(List.of(PARTITION, OFFSET)) ? new OffsetWatch(rows) : rows;
    }

    /// Holes and repeats, partition by partition; none if every offset from the first to the last came once.
    static List<Problem> findings(RowReader rows) {
        return rows instanceof OffsetWatch watch ? watch.findings() : List.of();
    }

    private List<Problem> findings() {
        List<Problem> findings = new ArrayList<>();
        seen.forEach((name, offsets) -> {
            if (findings.size() < SHOWN && (offsets.holes() > 0 || offsets.repeated() > 0)) {
                findings.add(problem(name, offsets));
            }
        });
        return findings;
    }

    private static Problem problem(String name, Offsets offsets) {
        if (offsets.isGivenUp()) {
            return notCounted(name);
        }
        String holes = offsets.holes() == 0
                ? "no offset is missing"
                : String.format(
                        Locale.ROOT,
                        "%,d offsets are missing in %,d holes, the first at %d",
                        offsets.missing(),
                        offsets.holes(),
                        offsets.firstHole());
        return new Problem(
                "import.offsets",
                String.format(
                        Locale.ROOT,
                        "%s, offsets %d to %d: %s; %,d rows repeat an offset.",
                        name,
                        offsets.first(),
                        offsets.last(),
                        holes,
                        offsets.repeated()),
                "Export the missing offsets again; compaction and transactions of Kafka leave holes that are no loss.");
    }

    private static Problem notCounted(String name) {
        return new Problem(
                "import.offsets",
                String.format(
                        Locale.ROOT,
                        "%s: its offsets came in more than %,d separate ranges, so holes and repeats were not counted.",
                        name,
                        MOST),
                "Sort the dump by offset, then import it again to have its holes counted.");
    }

    @Override
    public Optional<RawRow> next() {
        Optional<RawRow> row = rows().next();
        if (row.isPresent() && row.get() instanceof RawRow.Values values && values.part() == 0) {
            remember(values.values());
        }
        return row;
    }

    private void remember(String[] values) {
        String name = (topic < 0 || values[topic].isBlank() ? "" : values[topic].strip() + ", ") + "partition "
                + values[partition].strip();
        try {
            long at = Long.parseLong(values[offset].strip());
            seen.computeIfAbsent(name, first -> new Offsets(MOST)).add(at);
        } catch (NumberFormatException e) {
            // A row without an offset says nothing of holes; what is wrong with it, its mapping tells.
            return;
        }
    }
}
