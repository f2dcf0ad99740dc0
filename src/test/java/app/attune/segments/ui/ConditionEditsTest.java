package app.attune.segments.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.segments.AllOf;
import app.attune.segments.AnyOf;
import app.attune.segments.AttributeCondition;
import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.ConditionSentence;
import app.attune.segments.Conditions;
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
            assertEquals(
                    C,
                    ConditionEdits.part(moved.top(), moved.path()),
                    ConditionSentence.byId().of(moved.top()));
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
    void whereverAPartIsDraggedItIsThereOnceAndTheRestStaysInOrder() {
        Condition deep = new AllOf(List.of(A, new AnyOf(List.of(B, new AllOf(List.of(row("d"), row("e"))))), C));
        List<List<Integer>> parts = paths(deep, List.of(), new ArrayList<>());
        int moved = 0;
        for (List<Integer> from : parts) {
            for (List<Integer> gap : gaps(deep, List.of(), new ArrayList<>())) {
                Condition part = ConditionEdits.part(deep, from);
                var after = ConditionEdits.moveTo(deep, from, gap);
                assertEquals(part, ConditionEdits.part(after.top(), after.path()), from + " to " + gap);
                assertEquals(
                        rows(ConditionEdits.delete(deep, from)),
                        rows(ConditionEdits.delete(after.top(), after.path())),
                        from + " to " + gap);
                moved += after.top().equals(deep) ? 0 : 1;
            }
        }
        assertEquals(7, parts.size());
        assertEquals(47, moved);
        var out = ConditionEdits.moveTo(deep, List.of(1, 1, 0), List.of(0));
        assertEquals(
                new AllOf(List.of(row("d"), A, new AnyOf(List.of(B, new AllOf(List.of(row("e"))))), C)), out.top());
        assertEquals(List.of(0), out.path());
    }

    private static List<List<Integer>> paths(Condition part, List<Integer> path, List<List<Integer>> found) {
        for (int i = 0; i < Conditions.parts(part).size(); i++) {
            found.add(Conditions.child(path, i));
            paths(Conditions.parts(part).get(i), Conditions.child(path, i), found);
        }
        return found;
    }

    private static List<List<Integer>> gaps(Condition part, List<Integer> path, List<List<Integer>> found) {
        if (Conditions.isGroup(part)) {
            for (int i = 0; i <= Conditions.parts(part).size(); i++) {
                found.add(Conditions.child(path, i));
            }
            for (int i = 0; i < Conditions.parts(part).size(); i++) {
                gaps(Conditions.parts(part).get(i), Conditions.child(path, i), found);
            }
        }
        return found;
    }

    private static List<Condition> rows(Condition top) {
        return paths(top, List.of(), new ArrayList<>()).stream()
                .map(path -> ConditionEdits.part(top, path))
                .filter(part -> !Conditions.isGroup(part))
                .toList();
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
