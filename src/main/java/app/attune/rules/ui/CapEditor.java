package app.attune.rules.ui;

import app.attune.rules.FrequencyCap;
import app.attune.rules.FrequencyCap.CalendarDay;
import app.attune.rules.FrequencyCap.Last;
import app.attune.rules.FrequencyCap.Unit;
import app.attune.rules.FrequencyCap.Visit;
import app.attune.rules.Rule;
import app.attune.rules.RuleId;
import app.attune.ui.InWords;
import app.attune.ui.Presence;
import app.attune.ui.SuggestField;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/// Edits how often a rule may fire for one user; what cannot be read is named and not taken.
final class CapEditor extends LimitEditor {
    /// The windows that can be chosen.
    enum Window {
        NONE,
        DAYS,
        HOURS,
        CALENDAR_DAY,
        VISIT;

        static Window of(Optional<FrequencyCap> cap) {
            return cap.map(FrequencyCap::per)
                    .map(per -> switch (per) {
                        case Last last -> last.unit() == Unit.DAYS ? DAYS : HOURS;
                        case CalendarDay ignored -> CALENDAR_DAY;
                        case Visit ignored -> VISIT;
                    })
                    .orElse(NONE);
        }

        boolean hasLength() {
            return this == DAYS || this == HOURS;
        }
    }

    private final ComboBox<Window> window = new ComboBox<>();
    private final TextField times = field("capTimes", "rules.cap.times", "");
    private final TextField length = field("capLength", "rules.cap.length", "");
    private final SuggestField zone = zone("capZone", "rules.cap.zone");
    private final Label timesLabel = label("rules.cap.times", times);
    private final Label lengthLabel = label("rules.cap.length", length);
    private final Label zoneLabel = label("rules.cap.zone", zone);
    private Consumer<Optional<FrequencyCap>> edited = cap -> {};
    private Optional<RuleId> rule = Optional.empty();
    private Optional<FrequencyCap> current = Optional.empty();

    CapEditor() {
        window.setId("capWindow");
        window.setAccessibleText(texts.get("rules.cap.window"));
        window.setMaxWidth(Double.MAX_VALUE);
        window.setConverter(InWords.of(one -> texts.get("rules.cap." + one)));
        window.getItems().setAll(Window.values());
        window.setValue(Window.NONE);
        window.valueProperty().addListener(observed -> chosen());
        List.of(times, length, zone).forEach(field -> field.textProperty().addListener(observed -> typed()));
        labelled("rules.cap.window", window);
        getChildren().addAll(timesLabel, times, lengthLabel, length, zoneLabel, zone);
        addProblem();
        arrange();
    }

    void onEdited(Consumer<Optional<FrequencyCap>> handler) {
        edited = handler;
    }

    /// What is typed and not taken stays while the same rule is shown as it is.
    void show(Rule shown) {
        Optional<FrequencyCap> cap = shown.limits().cap();
        if (Optional.of(shown.id()).equals(rule) && cap.equals(current)) {
            return;
        }
        rule = Optional.of(shown.id());
        current = cap;
        fill(() -> showFields(shown));
    }

    private void showFields(Rule shown) {
        window.setValue(Window.of(current));
        times.setText(current.map(one -> String.valueOf(one.times())).orElse("1"));
        length.setText("7");
        zone.showText(zone(shown));
        current.map(FrequencyCap::per).ifPresent(per -> {
            if (per instanceof Last last) {
                length.setText(String.valueOf(last.length()));
            } else if (per instanceof CalendarDay day) {
                zone.showText(day.zone().getId());
            }
        });
        arrange();
        mark("");
    }

    /// The clock its schedule is on.
    private static String zone(Rule rule) {
        ZoneId zone = rule.limits().schedule().zone();
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }

    private void chosen() {
        arrange();
        typed();
    }

    private void arrange() {
        Window now = window.getValue();
        Presence.when(now != Window.NONE).of(timesLabel, times);
        Presence.when(now.hasLength()).of(lengthLabel, length);
        Presence.when(now == Window.CALENDAR_DAY).of(zoneLabel, zone);
    }

    private void typed() {
        if (isFilling()) {
            return;
        }
        try {
            Optional<FrequencyCap> typed = read();
            mark("");
            if (!typed.equals(current)) {
                current = typed;
                edited.accept(typed);
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            mark(texts.get("rules.cap.bad"));
        }
    }

    private Optional<FrequencyCap> read() {
        return switch (window.getValue()) {
            case NONE -> Optional.empty();
            case DAYS -> cap(new Last(whole(length), Unit.DAYS));
            case HOURS -> cap(new Last(whole(length), Unit.HOURS));
            case CALENDAR_DAY -> cap(new CalendarDay(ZoneId.of(zone.getText().strip())));
            case VISIT -> cap(new Visit());
        };
    }

    private Optional<FrequencyCap> cap(FrequencyCap.Per per) {
        return Optional.of(new FrequencyCap(whole(times), per));
    }

    private static int whole(TextField field) {
        return Integer.parseInt(field.getText().strip());
    }
}
