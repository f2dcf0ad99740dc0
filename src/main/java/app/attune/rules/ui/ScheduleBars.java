package app.attune.rules.ui;

import app.attune.core.TimeWindow;
import app.attune.rules.Rule;
import app.attune.rules.Schedule;
import app.attune.rules.ScheduleSpans;
import app.attune.ui.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// When each rule with a schedule is on in a week, as a bar each; every bar says the same in words.
final class ScheduleBars extends VBox {
    private static final int DAYS = 7;
    private static final int TOLD = 8;
    private static final double GAP = 4;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE'\n'd", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);

    private final Texts texts = Texts.of("rules");

    ScheduleBars() {
        super(GAP);
        setId("scheduleBars");
    }

    /// @param at in the first day of the week
    void show(List<Rule> rules, Instant at) {
        List<Rule> scheduled = rules.stream()
                .filter(rule -> rule.status() != Rule.Status.RETIRED)
                .filter(rule -> !rule.limits().schedule().isAlways())
                .toList();
        getChildren().clear();
        if (scheduled.isEmpty()) {
            getChildren().add(muted(texts.get("rules.schedules.none")));
            return;
        }
        if (at.equals(Instant.EPOCH)) { // nothing is read yet
            return;
        }
        Instant from = at.truncatedTo(ChronoUnit.DAYS);
        TimeWindow week = new TimeWindow(from, from.plus(Duration.ofDays(DAYS)));
        getChildren()
                .addAll(muted(texts.get("rules.schedules.week", DATE.format(from.atZone(ZoneOffset.UTC)))), days(from));
        scheduled.forEach(rule -> getChildren().add(row(rule, week)));
        getChildren().add(legend());
    }

    private static Label muted(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static Node days(Instant from) {
        HBox days = new HBox();
        for (int day = 0; day < DAYS; day++) {
            Label label = new Label(DAY.format(from.plus(Duration.ofDays(day)).atZone(ZoneOffset.UTC)));
            label.getStyleClass().add("schedule-day");
            label.setMinWidth(0);
            label.setPrefWidth(0);
            label.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(label, Priority.ALWAYS);
            days.getChildren().add(label);
        }
        return days;
    }

    private Node row(Rule rule, TimeWindow week) {
        Schedule schedule = rule.limits().schedule();
        List<TimeWindow> spans = ScheduleSpans.of(schedule, week);
        Label name = new Label(
                rule.isActive()
                        ? rule.name()
                        : texts.get("rules.schedules.idle", rule.name(), texts.get("rules.status." + rule.status())));
        name.setWrapText(true);
        name.setMinHeight(USE_PREF_SIZE);
        Bar bar = new Bar(week, spans);
        bar.setAccessibleText(texts.get("rules.schedules.of", rule.name(), words(spans, week)));
        name.setLabelFor(bar);
        return new VBox(GAP / 2, name, bar, muted(words(spans, week)));
    }

    /// "Sat 08:00 to Sat 20:00; Sun 08:00 to Sun 20:00", in UTC.
    private String words(List<TimeWindow> spans, TimeWindow week) {
        if (spans.isEmpty()) {
            return texts.get("rules.schedules.never");
        }
        if (spans.equals(List.of(week))) {
            return texts.get("rules.schedules.always");
        }
        String first = spans.stream()
                .limit(TOLD)
                .map(span -> texts.get("rules.schedules.span", time(span.from()), time(span.to())))
                .collect(Collectors.joining("; "));
        return spans.size() > TOLD ? texts.get("rules.schedules.more", first, spans.size() - TOLD) : first;
    }

    private static String time(Instant instant) {
        return TIME.format(instant.atZone(ZoneOffset.UTC));
    }

    private Node legend() {
        Label on = new Label(texts.get("rules.schedules.on"), swatch("schedule-on"));
        Label off = new Label(texts.get("rules.schedules.off"), swatch("schedule-off"));
        HBox legend = new HBox(3 * GAP, on, off);
        legend.getStyleClass().add("muted");
        return legend;
    }

    private static Region swatch(String style) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("schedule-swatch", style);
        return swatch;
    }

    /// A week from its left to its right end, filled where the rule is on.
    private static final class Bar extends Region {
        private final TimeWindow week;
        private final List<TimeWindow> spans;

        Bar(TimeWindow week, List<TimeWindow> spans) {
            this.week = week;
            this.spans = spans;
            getStyleClass().addAll("schedule-bar", "schedule-off");
            setAccessibleRole(AccessibleRole.IMAGE_VIEW);
            spans.forEach(span -> {
                Region on = new Region();
                on.getStyleClass().add("schedule-on");
                on.setManaged(false);
                getChildren().add(on);
            });
        }

        @Override
        protected void layoutChildren() {
            for (int i = 0; i < spans.size(); i++) {
                double from = place(spans.get(i).from());
                getChildren().get(i).resizeRelocate(from, 0, place(spans.get(i).to()) - from, getHeight());
            }
        }

        private double place(Instant at) {
            double whole = Duration.between(week.from(), week.to()).toSeconds();
            return Duration.between(week.from(), at).toSeconds() / whole * getWidth();
        }
    }
}
