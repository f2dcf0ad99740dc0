package app.attune.segments.rfm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.profiles.Population;
import app.attune.segments.FakeSegmentStore;
import app.attune.segments.RandomPopulations;
import app.attune.segments.SegmentService;
import app.attune.segments.rfm.RfmGrid.Cell;
import app.attune.segments.rfm.RfmService.Wish;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

final class RfmTest {
    private static final List<RfmAxes> EVERY_PAIR = List.of(RfmAxes.values());

    /// Users known later than their purchases, purchases at the very edge and after the as-of time included.
    @Test
    void segmentsOfChosenCellsMeanExactlyTheirUsers() {
        int filled = 0;
        for (long seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Population people = new RandomPopulations(random).next();
            SegmentService segments = new SegmentService(new FakeSegmentStore(), progress -> people, Clock.systemUTC());
            RfmAxes axes = EVERY_PAIR.get((int) (seed % EVERY_PAIR.size()));
            Wish wish = random.nextBoolean()
                    ? Wish.fifths(axes)
                    : new Wish(axes, Optional.of(Cuts.read("1, 2.5, 14")), Optional.of(Cuts.read("1 2 30")));
            RfmGrid grid = new RfmService(segments).grid(wish, RandomPopulations.AS_OF, Progress.none());
            assertEquals(grid.buyers(), grid.users(grid.cells()), "everybody is in one cell, seed " + seed);
            List<Cell> chosen = new ArrayList<>(grid.cells());
            chosen.removeIf(cell -> random.nextInt(3) > 0);
            RoaringBitmap meant = segments.audience(
                            RfmCondition.of(grid, chosen), RandomPopulations.AS_OF, Progress.none())
                    .members();
            RoaringBitmap users =
                    RoaringBitmap.or(chosen.stream().map(Cell::users).iterator());
            assertEquals(users, meant, "seed " + seed);
            assertEquals(grid.users(chosen), meant.getCardinality(), "seed " + seed);
            filled += meant.isEmpty() ? 0 : 1;
        }
        assertTrue(filled > 100, "most of them mean somebody");
    }

    @Test
    void fifthsKeepEqualUsersTogether() {
        assertEquals(
                List.of(2.0, 4.0, 6.0, 8.0),
                Cuts.quintiles(new double[] {10, 9, 8, 7, 6, 5, 4, 3, 2, 1}).limits());
        assertEquals(
                List.of(1.0, 2.0),
                Cuts.quintiles(new double[] {1, 1, 1, 1, 1, 1, 1, 2, 2, 7}).limits());
        assertEquals(List.of(), Cuts.quintiles(new double[] {3, 3, 3}).limits());
        assertEquals(List.of(), Cuts.quintiles(new double[] {}).limits());
    }

    @Test
    void limitsAreReadAsTheyAreWritten() {
        Cuts cuts = Cuts.read(" 7, 30;90.5");
        assertEquals("7, 30, 90.5", cuts.text());
        assertEquals(1, cuts.band(30));
        assertEquals("over 7 to 30", cuts.name(1));
        assertEquals("up to 7", cuts.name(0));
        assertEquals("-5, 0", Cuts.read("-5 0").text(), "money comes back, too");
        for (String wrong : List.of("7, 7", "9, 3", "3, -1", "--1", "many", "1 2 3 4 5 6 7 8 9 10", "1e99")) {
            assertEquals(
                    "segments.bad-cuts",
                    assertThrows(ProblemException.class, () -> Cuts.read(wrong))
                            .problem()
                            .code());
        }
    }
}
