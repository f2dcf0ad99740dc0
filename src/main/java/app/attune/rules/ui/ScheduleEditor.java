package app.attune.rules.ui;

import app.attune.core.WrittenTime;
import app.attune.rules.RuleId;
import app.attune.rules.Schedule;
import app.attune.ui.SuggestField;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;

/// Edits when a rule runs; what cannot be read is named and not taken.
final class ScheduleEditor extends LimitEditor {
    private final TextField from = field("scheduleFrom", "rules.schedule.from", "2026-11-27 08:00");
    private final TextField to = field("scheduleTo", "rules.schedule.to", "2026-12-01 00:00");
    private final TextField opens = field("scheduleOpens", "rules.schedule.opens", "22:00");
    private final TextField closes = field("scheduleCloses", "rules.schedule.closes", "02:00");
    private final SuggestField zone = zone("scheduleZone", "rules.schedule.zone");
    private final Map<DayOfWeek, CheckBox> days = new EnumMap<>(DayOfWeek.class);
    private Consumer<Schedule> edited = schedule -> {};
    private Optional<RuleId> rule = Optional.empty();
    private Schedule current = Schedule.always();

    ScheduleEditor() {
        FlowPane week = week();
        List.of(from, to, opens, closes, zone)
                .forEach(field -> field.textProperty().addListener(observed -> typed()));
        labelled("rules.schedule.from", from);
        labelled("rules.schedule.to", to);
        labelled("rules.schedule.days", week);
        labelled("rules.schedule.opens", opens);
        labelled("rules.schedule.closes", closes);
        labelled("rules.schedule.zone", zone);
        addProblem();
        fill(this::showFields);
    }

    private FlowPane week() {
        FlowPane week = new FlowPane(GAP * 2, GAP);
        for (DayOfWeek day : DayOfWeek.values()) {
            CheckBox box = new CheckBox(texts.get("rules.day." + day));
            box.setId("scheduleDay" + day.getValue());
            box.selectedProperty().addListener(observed -> typed());
            days.put(day, box);
            week.getChildren().add(box);
        }
        return week;
    }

    void onEdited(Consumer<Schedule> handler) {
        edited = handler;
    }

    /// What is typed and not taken stays while the same rule is shown as it is.
    void show(RuleId of, Schedule schedule) {
        if (!Optional.of(of).equals(rule) || !schedule.equals(current)) {
            rule = Optional.of(of);
            current = schedule;
            fill(this::showFields);
        }
    }

    private void showFields() {
        from.setText(current.from().map(ScheduleEditor::shown).orElse(""));
        to.setText(current.to().map(ScheduleEditor::shown).orElse(""));
        opens.setText(current.hours().map(hours -> hours.from().toString()).orElse(""));
        closes.setText(current.hours().map(hours -> hours.to().toString()).orElse(""));
        zone.showText(current.zone().getId());
        days.forEach((day, box) -> box.setSelected(current.days().contains(day)));
        mark("");
    }

    private static String shown(LocalDateTime local) {
        return local.toString().replace('T', ' ');
    }

    private void typed() {
        if (isFilling()) {
            return;
        }
        try {
            Schedule typed = read();
            mark("");
            if (!typed.equals(current)) {
                current = typed;
                edited.accept(typed);
            }
        } catch (DateTimeException e) {
            mark(texts.get("rules.schedule.bad"));
        } catch (IllegalArgumentException e) {
            mark(texts.get("rules.schedule.empty"));
        }
    }

    private Schedule read() {
        Set<DayOfWeek> chosen = EnumSet.noneOf(DayOfWeek.class);
        days.forEach((day, box) -> {
            if (box.isSelected()) {
                chosen.add(day);
            }
        });
        Optional<LocalTime> open = read(opens, LocalTime::parse);
        Optional<LocalTime> close = read(closes, LocalTime::parse);
        if (open.isPresent() != close.isPresent()) {
            throw new DateTimeException("Half a window");
        }
        return new Schedule(
                ZoneId.of(zone.getText().strip()),
                read(from, WrittenTime::local),
                read(to, WrittenTime::local),
                chosen,
                open.map(time -> new Schedule.Hours(time, close.orElse(time))));
    }

    private static <T> Optional<T> read(TextField field, Function<String, T> reading) {
        String text = field.getText().strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(reading.apply(text));
    }
}
