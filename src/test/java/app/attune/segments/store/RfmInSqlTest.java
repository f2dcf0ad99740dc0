package app.attune.segments.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.core.Seeds;
import app.attune.profiles.Population;
import app.attune.segments.FakeSegmentStore;
import app.attune.segments.RandomPopulations;
import app.attune.segments.SegmentService;
import app.attune.segments.rfm.RfmAxes;
import app.attune.segments.rfm.RfmCondition;
import app.attune.segments.rfm.RfmGrid;
import app.attune.segments.rfm.RfmService;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Cells of buyers, counted by SQL.
final class RfmInSqlTest {
    private static final int POPULATIONS = 25;

    @ParameterizedTest
    @EnumSource
    void everyCellHasTheUsersThatSqlFinds(RfmAxes axes) {
        int filled = 0;
        for (long seed = 1; seed <= POPULATIONS; seed++) {
            Population people = new RandomPopulations(Seeds.stream(seed, "rfm")).next();
            SegmentService segments = new SegmentService(new FakeSegmentStore(), progress -> people, Clock.systemUTC());
            RfmGrid grid = new RfmService(segments)
                    .grid(RfmService.Wish.fifths(axes), RandomPopulations.AS_OF, Progress.none());
            try (SqlSegmentOracle oracle = new SqlSegmentOracle(people)) {
                for (RfmGrid.Cell cell : grid.cells()) {
                    assertEquals(
                            cell.users(),
                            oracle.members(RfmCondition.of(grid, List.of(cell)), RandomPopulations.AS_OF),
                            grid.name(cell) + ", seed " + seed);
                    filled += cell.size() > 0 ? 1 : 0;
                }
            }
        }
        assertTrue(filled > POPULATIONS, "cells have users: " + filled);
    }
}
