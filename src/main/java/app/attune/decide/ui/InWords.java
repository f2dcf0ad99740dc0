package app.attune.decide.ui;

import app.attune.profiles.Population;
import app.attune.segments.AllOf;
import app.attune.segments.AnyOf;
import app.attune.segments.AttributeCondition;
import app.attune.segments.EventCondition;
import app.attune.segments.Explanation;
import app.attune.segments.MarkedCondition;
import app.attune.segments.Measure;
import app.attune.segments.NoneOf;
import app.attune.segments.UserCondition;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import java.time.Instant;
import java.util.Locale;

/// The words for what data files call by column names: "Age band" for `age_band`.
final class InWords {
    private static final Texts TEXTS = Texts.of("decide");

    private InWords() {}

    /// As in "Age band", "Consent to marketing".
    static String name(String column) {
        return capital(
                isConsent(column)
                        ? TEXTS.get("preview.consent.to", spaced(column.substring(Population.CONSENT_PREFIX.length())))
                        : spaced(column));
    }

    /// A day as one reads it, a consent in small letters, anything else as it is.
    static String value(String column, String value) {
        if (isConsent(column)) {
            return value.toLowerCase(Locale.ROOT);
        }
        return value.matches("\\d{4}-\\d\\d-\\d\\dT00:00:00Z") ? Numbers.date(Instant.parse(value)) : value;
    }

    /// One row of a segment, as in "View events in the last 7 days: 2, needs at least 3", or the heading of a group.
    static String row(Explanation row) {
        if (!row.isRow()) {
            return row.heading();
        }
        return switch (row.condition()) {
            case AttributeCondition one ->
                TEXTS.get(
                        "preview.row",
                        name(one.attribute()),
                        value(one.attribute(), row.actual()),
                        value(one.attribute(), row.needed()));
            case EventCondition events -> events(row, events);
            case UserCondition ignored -> capital(row.text());
            case MarkedCondition marked -> throw marked.unexpected();
            case AllOf ignored -> row.text();
            case AnyOf ignored -> row.text();
            case NoneOf ignored -> row.text();
        };
    }

    private static String events(Explanation row, EventCondition events) {
        return row.text().startsWith(row.subject())
                ? TEXTS.get("preview.row", capital(measured(events, row.subject())), row.actual(), row.needed())
                : capital(row.text());
    }

    private static String measured(EventCondition events, String subject) {
        return events.measure() instanceof Measure.CountDistinct distinct
                ? subject.replace(" " + distinct.field() + " ", " " + spaced(distinct.field()) + " ")
                : subject;
    }

    private static boolean isConsent(String column) {
        return column.startsWith(Population.CONSENT_PREFIX);
    }

    private static String spaced(String column) {
        return column.replace('_', ' ').strip();
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
