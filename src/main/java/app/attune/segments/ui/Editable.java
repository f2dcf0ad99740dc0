package app.attune.segments.ui;

import app.attune.segments.AttributeCondition;
import app.attune.segments.Condition;
import app.attune.segments.EventCondition;
import app.attune.segments.FieldTest;
import app.attune.segments.Measure;
import app.attune.segments.WhenMissing;
import java.util.List;

/// Which rows the controls can show in full; the others are shown in words.
final class Editable {
    private Editable() {}

    static boolean is(Condition row) {
        return switch (row) {
            case AttributeCondition attribute -> attribute.whenMissing() == WhenMissing.NO;
            case EventCondition events ->
                events.whenMissing() == WhenMissing.NO
                        && events.near().isEmpty()
                        && is(events.measure())
                        && areAll(events.where());
            case app.attune.segments.UserCondition other -> false;
            case app.attune.segments.AllOf group -> true;
            case app.attune.segments.AnyOf group -> true;
            case app.attune.segments.NoneOf group -> true;
        };
    }

    private static boolean areAll(List<FieldTest> tests) {
        return tests.stream().allMatch(test -> test.whenMissing() == WhenMissing.NO);
    }

    private static boolean is(Measure measure) {
        return switch (measure) {
            case Measure.Count count -> true;
            case Measure.Sum sum -> true;
            case Measure.CountDistinct distinct -> true;
            case Measure.DaysSinceLast days -> true;
            case Measure.DaysSinceFirst days -> false;
            case Measure.ActiveDays days -> false;
            case Measure.OfField number -> false;
            case Measure.Steps steps -> false;
        };
    }
}
