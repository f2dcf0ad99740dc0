package app.attune.segments.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.segments.AllOf;
import app.attune.segments.AnyOf;
import app.attune.segments.AttributeCondition;
import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.ConditionSentence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ConditionEditsTest {
    private static final Condition A = row("a");
    private static final Condition B = row("b");
    private static final Condition C = row("c");
    private static final Condition TREE = new AllOf(List.of(A, new AnyOf(List.of(B)), C));

    private static Condition row(String name) {
        return new AttributeCondition(name, Comparison.IS_PRESENT, List.of());
    }

    @Test
    void movingDownEntersAGroupAndLeavesItAgain() {
        var entered = ConditionEdits.move(TREE, List.of(0), ConditionEdits.Direction.DOWN);
        assertEquals(new AllOf(List.of(new AnyOf(List.of(A, B)), C)), entered.top());
        assertEquals(List.of(0, 0), entered.path());
        var passed = ConditionEdits.move(entered.top(), entered.path(), ConditionEdits.Direction.DOWN);
        assertEquals(new AllOf(List.of(new AnyOf(List.of(B, A)), C)), passed.top());
        var left = ConditionEdits.move(passed.top(), passed.path(), ConditionEdits.Direction.DOWN);
        assertEquals(new AllOf(List.of(new AnyOf(List.of(B)), A, C)), left.top());
        assertEquals(List.of(1), left.path());
    }

    @Test
    void movedPartIsWhereThePathSaysAndTheWayBackIsTheWay() {
        List<Integer> path = List.of(2);
        Condition top = TREE;
        Set<Condition> seen = new HashSet<>();
        List<Condition> way = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            var moved = ConditionEdits.move(top, path, ConditionEdits.Direction.UP);
            assertEquals(C, ConditionEdits.part(moved.top(), moved.path()), ConditionSentence.of(moved.top()));
            top = moved.top();
            path = moved.path();
            if (seen.add(top)) {
                way.add(top);
            }
        }
        assertEquals(new AllOf(List.of(C, A, new AnyOf(List.of(B)))), top);
        assertEquals(4, way.size());
    }

    @Test
    void duplicateStandsRightAfterItsOriginal() {
        var copied = ConditionEdits.duplicate(TREE, List.of(1));
        assertEquals(List.of(2), copied.path());
        assertEquals(new AllOf(List.of(A, new AnyOf(List.of(B)), new AnyOf(List.of(B)), C)), copied.top());
    }

    @Test
    void deletingALastRowLeavesItsGroup() {
        assertEquals(new AllOf(List.of(A, new AnyOf(List.of()), C)), ConditionEdits.delete(TREE, List.of(1, 0)));
    }
}
