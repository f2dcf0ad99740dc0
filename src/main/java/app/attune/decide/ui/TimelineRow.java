package app.attune.decide.ui;

import app.attune.decide.Timeline;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A line of the timeline: the head of a visit, or an event of it.
sealed interface TimelineRow {
    String text();

    /// "14 Nov 2026, 09:05 · 3 events".
    record Head(String text) implements TimelineRow {}

    /// "09:05 purchase · Alpine tent · 199.00".
    record Line(String text) implements TimelineRow {}

    static List<TimelineRow> of(Timeline timeline) {
        Texts texts = Texts.of("decide");
        List<TimelineRow> rows = new ArrayList<>();
        for (Timeline.Visit visit : timeline.visits()) {
            rows.add(new Head(texts.get(
                    "preview.visit",
                    Numbers.dateTime(visit.from()),
                    visit.events().size())));
            visit.events().forEach(event -> rows.add(line(event)));
        }
        if (timeline.eventsShown() < timeline.events()) {
            rows.add(new Head(texts.get("preview.timeline.more", timeline.events() - timeline.eventsShown())));
        }
        return rows;
    }

    private static Line line(Timeline.Event event) {
        DateTimeFormatter clock = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
        StringBuilder words = new StringBuilder(clock.format(event.time().atOffset(ZoneOffset.UTC)));
        words.append("  ").append(event.type());
        if (!event.itemName().isEmpty()) {
            words.append(" \u00b7 ").append(event.itemName());
        }
        event.value().ifPresent(value -> words.append(" \u00b7 ").append(Numbers.amount(value)));
        return new Line(words.toString());
    }
}
