package app.attune.segments.text;

import app.attune.segments.Comparison;
import app.attune.segments.Mark;
import app.attune.segments.Measure;
import app.attune.segments.Near;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The words of the text form, and how names and values stand among them.
final class TextWords {
    /// What stands before events whose largest number on one item is measured.
    static final String MOST_OF_ITEM = "most events of one item with";

    /// What stands before events whose commonest item is asked for.
    static final String ITEM_WITH_MOST = "most frequent item of";

    /// Names that are one of these stand in quotation marks. Some have no meaning yet.
    private static final Set<String> RESERVED = Set.of(
            ("all and any at average before between bottom by consent contains count days different each event events"
                            + " ever first followed from id in is known largest last least less locked longest missing"
                            + " model more most muted no none not note of off on one or part preceded present random"
                            + " same segment session sessions since smallest starts steps sum text than the then to top"
                            + " unless until when where with within")
                    .split(" "));

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.-]*");
    private static final Pattern PLAIN = Pattern.compile(
            "[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?|\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?Z)?");

    private TextWords() {}

    static boolean isReserved(String word) {
        return RESERVED.contains(word.toLowerCase(Locale.ROOT));
    }

    /// A name of the data: in quotation marks where it would not be read as one.
    static String name(String name) {
        return NAME.matcher(name).matches() && !isReserved(name) ? name : quoted(name);
    }

    /// A value: numbers and dates as they are, everything else in quotation marks.
    static String value(String value) {
        return PLAIN.matcher(value).matches() ? value : quoted(value);
    }

    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(letter -> quoted.append(written((char) letter)));
        return quoted.append('"').toString();
    }

    private static String written(char letter) {
        return switch (letter) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> isVisible(letter) ? String.valueOf(letter) : "\\u%04x".formatted((int) letter);
        };
    }

    /// Neither a control character nor anything else that an editor would change or hide.
    static boolean isVisible(char letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> letter == ' ';
            default -> true;
        };
    }

    /// What follows the name of what is compared.
    static String of(Comparison comparison) {
        return switch (comparison) {
            case IS -> "is";
            case IS_NOT -> "is not";
            case AT_LEAST -> "is at least";
            case AT_MOST -> "is at most";
            case MORE_THAN -> "is more than";
            case LESS_THAN -> "is less than";
            case BETWEEN -> "is between";
            case CONTAINS -> "contains";
            case STARTS_WITH -> "starts with";
            case IS_MISSING -> "is missing";
            case IS_PRESENT -> "is known";
        };
    }

    /// What stands before a part that is marked.
    static String of(Mark mark) {
        return mark.name().toLowerCase(Locale.ROOT);
    }

    /// What stands before the name of a field.
    static String of(Measure.Statistic statistic) {
        return statistic.name().toLowerCase(Locale.ROOT);
    }

    /// What stands before a field whose text is asked for.
    static String of(Measure.TextEnd end) {
        return switch (end) {
            case FIRST_TEXT -> "first text of";
            case LAST_TEXT -> "last text of";
        };
    }

    /// What stands before events whose sessions are measured.
    static String of(Measure.SessionNumber number) {
        return switch (number) {
            case SESSIONS -> "sessions with";
            case LONGEST_SESSION -> "longest session in minutes with";
            case MOST_EVENTS -> "most events in a session with";
        };
    }

    /// What stands before a neighbour.
    static String of(Near.Relation relation) {
        return switch (relation) {
            case FOLLOWED -> "followed by";
            case NOT_FOLLOWED -> "not followed by";
            case PRECEDED -> "preceded by";
            case NOT_PRECEDED -> "not preceded by";
        };
    }
}
