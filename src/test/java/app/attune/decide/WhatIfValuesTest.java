package app.attune.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.UserId;
import app.attune.events.Column;
import app.attune.events.ColumnTable;
import app.attune.events.DateColumn;
import app.attune.events.EventFrame;
import app.attune.events.NumberColumn;
import app.attune.profiles.Population;
import app.attune.segments.AttributeCondition;
import app.attune.segments.Comparison;
import app.attune.segments.SegmentDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Values that are typed for a what-if: numbers, dates and times.
final class WhatIfValuesTest {
    private static final SegmentDefinition GROWN =
            Shop.segment("grown", "Grown up", new AttributeCondition("age", Comparison.AT_LEAST, List.of("18")));
    private static final List<Column> COLUMNS = List.of(
            new NumberColumn("age", new double[] {12, 30, 40, 50}), new DateColumn("since", new long[] {0, 0, 0, 0}));

    private static Beside ask(List<String> attributes, String time) {
        EventFrame frame = Shop.frame();
        PreviewService previews = new PreviewService(Shop.desk(
                List.of(FixedModel.popularity("3", "1")),
                List.of(),
                List.of(GROWN),
                Population.agreeing(frame, new ColumnTable(4, COLUMNS), "typed")));
        return previews.whatIf(
                previews.preview(new UserId("anna")),
                WhatIf.of(attributes, List.of(), time, Shop.frame()),
                Progress.none());
    }

    private static Problem problem(List<String> attributes, String time) {
        return assertThrows(ProblemException.class, () -> ask(attributes, time)).problem();
    }

    @Test
    void numbersAndDatesAreRead() {
        Beside beside = ask(List.of("age=1.8e1", "since=2026-01-31"), "9999-12-31");
        assertEquals(List.of("Enters the segment Grown up."), BesideWords.differences(beside));
    }

    @Test
    void whatIsNoFiniteNumberIsNamed() {
        for (String value : List.of("NaN", "Infinity", "1e400", "12d", "0x1p4", "old")) {
            Problem problem = problem(List.of("age=" + value), "");
            assertEquals("decide.bad-what-if", problem.code());
            assertEquals("\u201c" + value + "\u201d is not a number, as age is.", problem.message());
        }
    }

    @Test
    void farTimesAreNamed() {
        String far = "+999999999-12-31T23:59:59Z";
        assertEquals(
                "\u201c" + far + "\u201d is not a date or time of the years 1 to 9999.",
                problem(List.of(), far).message());
        assertEquals(
                "\u201c" + far + "\u201d is not a date of the years 1 to 9999, as since is.",
                problem(List.of("since=" + far), "").message());
    }
}
