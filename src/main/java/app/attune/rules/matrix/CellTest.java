package app.attune.rules.matrix;

import app.attune.segments.AttributeCondition;
import app.attune.segments.BucketCondition;
import app.attune.segments.Condition;
import app.attune.segments.ConsentCondition;
import app.attune.segments.EventCondition;
import app.attune.segments.RankCondition;
import app.attune.segments.SegmentCondition;
import app.attune.segments.UserCondition;
import app.attune.segments.UserListCondition;
import app.attune.segments.ValueTest;
import java.util.Optional;
import java.util.function.Predicate;

/// Whether a row holds for the values of a cell of its subject.
final class CellTest {
    private static final String GRANTED = "GRANTED";

    private CellTest() {}

    static Predicate<Cell> of(Row row, Schema schema) {
        return switch (row) {
            case Row.OfUser user -> of(user.condition(), schema);
            case RequestRow request -> request::holds;
        };
    }

    static Predicate<Cell> of(Condition row, Schema schema) {
        if (row instanceof AttributeCondition attribute) {
            return of(ValueTest.of(attribute));
        }
        if (row instanceof EventCondition events) {
            return of(ValueTest.of(events));
        }
        return of((UserCondition) row, schema);
    }

    /// Whether a value passes.
    static Predicate<Cell> of(ValueTest test) {
        return cell -> switch (cell) {
            case Cell.Missing missing -> test.missing();
            case Cell.Text text -> test.texts().test(Optional.of(text.text()));
            case Cell.Numbers numbers -> test.numbers().test(numbers.pick());
            case Cell.Date date -> test.dates().test(date.millis());
            case Cell.Named named -> throw misfit(cell);
            case Cell.SomebodyElse other -> throw misfit(cell);
            case Cell.Agreed agreed -> throw misfit(cell);
            case Cell.Rank rank -> throw misfit(cell);
            case Cell.Basket basket -> throw misfit(cell);
            case Cell.Moment moment -> throw misfit(cell);
            case Cell.Reached reached -> throw misfit(cell);
        };
    }

    private static Predicate<Cell> of(UserCondition row, Schema schema) {
        return switch (row) {
            case UserListCondition list -> {
                boolean wanted = list.listed() == UserListCondition.Listed.IS;
                yield cell -> (cell instanceof Cell.Named named && list.ids().contains(named.id())) == wanted;
            }
            case BucketCondition bucket ->
                cell -> cell instanceof Cell.Numbers place
                        && place.pick() >= bucket.from()
                        && place.pick() < bucket.to();
            case ConsentCondition consent -> {
                boolean wanted = consent.consented() == ConsentCondition.Consented.GRANTED;
                yield cell -> agrees(cell, schema) == wanted;
            }
            case RankCondition rank ->
                cell -> cell instanceof Cell.Rank place
                        && (rank.rank() == RankCondition.Rank.TOP ? place.above() : place.below()) < rank.percent();
            case SegmentCondition segment -> throw new IllegalArgumentException("Not resolved: " + segment.segment());
        };
    }

    private static boolean agrees(Cell cell, Schema schema) {
        return switch (cell) {
            case Cell.Agreed agreed -> agreed.agreed();
            case Cell.Text text -> text.text().equalsIgnoreCase(GRANTED);
            case Cell.Missing missing -> schema.basis().allows();
            case Cell.Numbers numbers -> false;
            case Cell.Date date -> false;
            case Cell.Named named -> throw misfit(cell);
            case Cell.SomebodyElse other -> throw misfit(cell);
            case Cell.Rank rank -> throw misfit(cell);
            case Cell.Basket basket -> throw misfit(cell);
            case Cell.Moment moment -> throw misfit(cell);
            case Cell.Reached reached -> throw misfit(cell);
        };
    }

    private static IllegalArgumentException misfit(Cell cell) {
        return new IllegalArgumentException("Not a cell of this subject: " + cell);
    }
}
