package app.attune.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OffsetWatchTest {
    @Test
    void holesAndRepeatsAreCountedPartitionByPartition(@TempDir Path folder) throws IOException {
        StringBuilder csv = new StringBuilder("topic,partition,offset,user_id,time,event,event_id\n");
        long[] first = {7, 3, 4, 4, 9, 12, 8};
        for (int i = 0; i < first.length; i++) {
            csv.append("clicks,0,%d,ann,2026-10-01T08:00:0%dZ,view,a%d\n".formatted(first[i], i, i));
        }
        csv.append("clicks,1,5,ann,2026-10-01T09:00:00Z,view,b1\nclicks,1,6,,2026-10-01T09:00:00Z,view,b2\n");
        try (EventsFixture events = new EventsFixture()) {
            List<String> said = events.importText(folder, csv.toString()).findings().stream()
                    .filter(finding -> finding.code().equals("import.offsets"))
                    .map(Problem::message)
                    .toList();
            assertEquals(
                    List.of("clicks, partition 0, offsets 3 to 12: 4 offsets are missing in 2 holes, the first at 5;"
                            + " 1 rows repeat an offset."),
                    said);
        }
    }

    @Test
    void farOffsetsDoNotOverflowAndTooManyHolesAreNotCounted() {
        Offsets offsets = new Offsets(2);
        offsets.add(Long.MIN_VALUE);
        offsets.add(Long.MAX_VALUE);
        assertEquals(BigInteger.TWO.pow(64).subtract(BigInteger.TWO), offsets.missing());
        assertFalse(offsets.isGivenUp());
        offsets.add(0);
        assertTrue(offsets.isGivenUp());
    }

    @Test
    void rangesCountWhatASetCounts() {
        for (long seed = 1; seed <= 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Offsets offsets = new Offsets(300);
            TreeSet<Long> known = new TreeSet<>();
            long repeated = 0;
            for (int i = 0; i < 200; i++) {
                long offset = random.nextLong(300);
                repeated += known.add(offset) ? 0 : 1;
                offsets.add(offset);
            }
            assertEquals(repeated, offsets.repeated(), "seed " + seed);
            assertEquals(
                    known.last() - known.first() + 1 - known.size(),
                    offsets.missing().longValueExact(),
                    "seed " + seed);
        }
    }
}
