package app.attune.segments.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.Conditions;
import app.attune.segments.EventCondition;
import app.attune.segments.Mark;
import app.attune.segments.Marks;
import app.attune.segments.Measure;
import app.attune.segments.Near;
import app.attune.segments.Window;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TextFormsTest {
    private static List<String> examples() {
        return TextForms.all().stream()
                .flatMap(group -> group.forms().stream())
                .map(TextForms.Form::example)
                .toList();
    }

    @Test
    void everyExampleReadsAndIsWrittenAsItStands() {
        for (String example : examples()) {
            assertEquals(example + "\n", ConditionText.write(ConditionText.read(example)));
        }
    }

    @Test
    void everyKindOfRowMeasureAndWindowHasAnExample() {
        Set<Class<?>> shown = new HashSet<>();
        examples().forEach(example -> collect(ConditionText.read(example), shown));
        Stream.of(Condition.class, Measure.class, Window.class)
                .flatMap(TextFormsTest::records)
                .forEach(kind -> assertTrue(shown.contains(kind), kind + " has no example"));
    }

    private static void collect(Condition part, Set<Class<?>> shown) {
        shown.add(part.getClass());
        Condition bare = Marks.bare(part);
        shown.add(bare.getClass());
        if (bare instanceof EventCondition row) {
            shown.add(row.measure().getClass());
            shown.add(row.window().getClass());
        }
        Conditions.parts(bare).forEach(inner -> collect(inner, shown));
    }

    private static Stream<Class<?>> records(Class<?> family) {
        return family.isSealed()
                ? Arrays.stream(family.getPermittedSubclasses()).flatMap(TextFormsTest::records)
                : Stream.of(family);
    }

    @Test
    void everyPhraseHasAnExample() {
        String all = examples().stream().collect(Collectors.joining("\n"));
        Stream.of(
                        Arrays.stream(Comparison.values()).map(TextWords::of),
                        Arrays.stream(Near.Relation.values()).map(TextWords::of),
                        Arrays.stream(Measure.Statistic.values()).map(TextWords::of),
                        Arrays.stream(Measure.SessionNumber.values()).map(TextWords::of),
                        Arrays.stream(Measure.TextEnd.values()).map(TextWords::of),
                        Arrays.stream(Mark.values()).map(TextWords::of),
                        Stream.of(
                                TextWords.MOST_OF_ITEM,
                                TextWords.ITEM_WITH_MOST,
                                "or missing",
                                "in all within",
                                "each within",
                                "each at any time",
                                "none of"))
                .flatMap(phrases -> phrases)
                .forEach(phrase -> assertTrue(all.contains(phrase), phrase));
    }
}
