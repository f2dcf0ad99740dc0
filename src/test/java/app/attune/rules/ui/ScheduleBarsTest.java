package app.attune.rules.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.rules.Rule;
import app.attune.rules.RuleLimits;
import app.attune.rules.Schedule;
import app.attune.ui.FxTest;
import app.attune.ui.ScreenWalk;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

final class ScheduleBarsTest extends FxTest {
    private static final Instant SUNDAY = Instant.parse("2026-11-01T09:00:00Z");

    private static Rule weekends() {
        Schedule schedule = new Schedule(
                ZoneId.of("Europe/Berlin"),
                Optional.empty(),
                Optional.empty(),
                Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                Optional.of(new Schedule.Hours(LocalTime.of(8, 0), LocalTime.of(20, 0))));
        return Desk.thanks().withLimits(RuleLimits.none().withSchedule(schedule));
    }

    private void open(List<Rule> rules) {
        ScheduleBars bars = onFx(ScheduleBars::new);
        show(() -> bars);
        runOnFx(() -> bars.show(rules, SUNDAY));
    }

    private boolean says(String words) {
        return onFx(() -> robot.lookup(
                        node -> node instanceof Label label && label.getText().contains(words))
                .tryQuery()
                .isPresent());
    }

    @Test
    void aRuleIsFilledWhereItIsOnAndSaysSoInWords() {
        open(List.of(weekends(), Desk.welcome()));
        String words = "Sun 07:00 to Sun 19:00; Sat 07:00 to Sat 19:00";
        assertTrue(says(words));
        assertTrue(says("The week from 1 Nov 2026, UTC."));
        Region bar = onFx(() -> (Region) robot.lookup(".schedule-bar").query());
        assertEquals(weekends().name() + " is on: " + words, onFx(bar::getAccessibleText));
        List<Node> on = onFx(() -> List.copyOf(bar.getChildrenUnmodifiable()));
        assertEquals(2, on.size());
        double hour = onFx(bar::getWidth) / 168;
        assertEquals(7 * hour, onFx(() -> on.getFirst().getLayoutX()), 1);
        assertEquals(12 * hour, onFx(() -> ((Region) on.getFirst()).getWidth()), 1);
        assertEquals(1, onFx(() -> robot.lookup(".schedule-bar").queryAll().size()), "the other is always on");
        ScreenWalk.check(window().getScene(), "schedule-bars");
    }

    @Test
    void withoutSchedulesItSaysSo() {
        open(List.of(Desk.welcome()));
        assertTrue(says("No rule has a schedule."));
    }
}
