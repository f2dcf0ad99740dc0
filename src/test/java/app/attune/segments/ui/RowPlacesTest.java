package app.attune.segments.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.segments.AllOf;
import app.attune.segments.AnyOf;
import app.attune.segments.Condition;
import app.attune.segments.Mark;
import app.attune.segments.Marks;
import app.attune.segments.NoneOf;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RowPlacesTest {
    private static final Condition ONE = Desk.purchases("1");
    private static final Condition TWO = Desk.purchases("2");
    private static final Condition AUSTRIA = Desk.country("Austria");

    private static Condition all(Condition... parts) {
        return new AllOf(List.of(parts));
    }

    @Test
    void aRowIsFoundWhereItWentWithOrWithoutMarks() {
        RowPlaces moved =
                new RowPlaces(all(ONE, AUSTRIA), all(AUSTRIA, new AnyOf(List.of(TWO, Marks.with(ONE, Mark.MUTED)))));
        assertEquals(Optional.of(List.of(1, 1)), moved.of(List.of(0)));
        assertEquals(Optional.of(List.of(0)), moved.of(List.of(1)));
    }

    @Test
    void anEditedRowIsWhereItWasAndAnotherOneIsNot() {
        assertEquals(Optional.of(List.of(0)), new RowPlaces(all(ONE, AUSTRIA), all(TWO, AUSTRIA)).of(List.of(0)));
        assertEquals(Optional.empty(), new RowPlaces(all(ONE), all(AUSTRIA)).of(List.of(0)));
        assertEquals(Optional.empty(), new RowPlaces(all(ONE, TWO), all(TWO)).of(List.of(0)));
        assertEquals(Optional.empty(), new RowPlaces(all(ONE), all()).of(List.of(0)));
    }

    @Test
    void theFirstOfTwoThatSayTheSameStaysTheFirst() {
        RowPlaces grouped = new RowPlaces(all(ONE, ONE), all(AUSTRIA, ONE, new NoneOf(List.of(ONE))));
        assertEquals(Optional.of(List.of(1)), grouped.of(List.of(1)));
        assertEquals(Optional.of(List.of(2, 0)), grouped.of(List.of(0)), "the place that is new");
    }
}
