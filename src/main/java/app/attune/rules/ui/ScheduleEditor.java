package app.attune.rules.ui;

import app.attune.rules.RuleId;
import app.attune.rules.Schedule;
import app.attune.ui.SuggestField;
import app.attune.ui.SuggestField.Suggestion;
import app.attune.ui.Texts;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// Edits when a rule runs; what cannot be read is named and not taken.
final class ScheduleEditor extends VBox {
    private static final double GAP = 6;
    private static final int SUGGESTED = 12;

    private final Texts texts = Texts.of("rules");
    private final TextField from = field("scheduleFrom", "rules.schedule.from", "2026-11-27 08:00");
    private final TextField to = field("scheduleTo", "rules.schedule.to", "2026-12-01 00:00");
    private final TextField opens = field("scheduleOpens", "rules.schedule.opens", "22:00");
    private final TextField closes = field("scheduleCloses", "rules.schedule.closes", "02:00");
    private final SuggestField zone = new SuggestField();
    private final Map<DayOfWeek, CheckBox> days = new EnumMap<>(DayOfWeek.class);
    private final Label problem = new Label();
    private Consumer<Schedule> edited = schedule -> {};
    private Optional<RuleId> rule = Optional.empty();
    private Schedule current = Schedule.always();
    private boolean showing;

    ScheduleEditor() {
        setSpacing(GAP);
        prepareZone();
        FlowPane week = week();
        problem.getStyleClass().add("field-problem");
        problem.setWrapText(true);
        mark("");
        labelled("rules.schedule.from", from);
        labelled("rules.schedule.to", to);
        labelled("rules.schedule.days", week);
        labelled("rules.schedule.opens", opens);
        labelled("rules.schedule.closes", closes);
        labelled("rules.schedule.zone", zone);
        getChildren().add(problem);
        showFields();
    }

    private void prepareZone() {
        zone.setId("scheduleZone");
        zone.setAccessibleText(texts.get("rules.schedule.zone"));
        zone.suggestFrom(typed -> ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.toLowerCase(Locale.ROOT).contains(typed.toLowerCase(Locale.ROOT)))
                .sorted()
                .limit(SUGGESTED)
                .map(id -> new Suggestion(id, id))
                .toList());
        zone.onPicked(zone::showText);
        zone.textProperty().addListener(observed -> typed());
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

    private TextField field(String id, String key, String prompt) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(texts.get(key));
        field.textProperty().addListener(observed -> typed());
        return field;
    }

    private void labelled(String key, Node node) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().add("form-label");
        label.setWrapText(true);
        label.setLabelFor(node);
        getChildren().addAll(label, node);
    }

    void onEdited(Consumer<Schedule> handler) {
        edited = handler;
    }

    /// What is typed and not taken stays while the same rule is shown as it is.
    void show(RuleId of, Schedule schedule) {
        if (!Optional.of(of).equals(rule) || !schedule.equals(current)) {
            rule = Optional.of(of);
            current = schedule;
            showFields();
        }
    }

    private void showFields() {
        showing = true;
        from.setText(current.from().map(ScheduleEditor::shown).orElse(""));
        to.setText(current.to().map(ScheduleEditor::shown).orElse(""));
        opens.setText(current.hours().map(hours -> hours.from().toString()).orElse(""));
        closes.setText(current.hours().map(hours -> hours.to().toString()).orElse(""));
        zone.showText(current.zone().getId());
        days.forEach((day, box) -> box.setSelected(current.days().contains(day)));
        mark("");
        showing = false;
    }

    private static String shown(LocalDateTime local) {
        return local.toString().replace('T', ' ');
    }

    private void typed() {
        if (showing) {
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
                read(from, ScheduleEditor::moment),
                read(to, ScheduleEditor::moment),
                chosen,
                open.map(time -> new Schedule.Hours(time, close.orElse(time))));
    }

    /// A day alone is its midnight.
    private static LocalDateTime moment(String text) {
        return LocalDateTime.parse(text.contains(":") ? text.replaceFirst(" +", "T") : text + "T00:00");
    }

    private static <T> Optional<T> read(TextField field, Function<String, T> reading) {
        String text = field.getText().strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(reading.apply(text));
    }

    private void mark(String words) {
        problem.setText(words);
        problem.setVisible(!words.isEmpty());
        problem.setManaged(!words.isEmpty());
    }
}
