package app.attune.events;

import app.attune.events.read.AmountText;
import app.attune.events.read.DecimalMark;
import app.attune.events.read.NumberText;
import app.attune.events.read.RawRow;
import app.attune.events.read.Rejection;
import app.attune.events.read.RowReader;
import app.attune.events.read.TimeFormat;
import app.attune.events.read.TimeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Passes the rows of a file on and counts, column by column, which values do not fit the mapping.
final class ColumnCheck extends PassedRows {
    private final Mapping mapping;
    private final DecimalMark mark;
    private final List<Predicate<String>> fits = new ArrayList<>();
    private final long[] present;
    private final long[] missing;
    private final long[] unparseable;
    private final ConsentTally consents;
    private final WrittenTimes times;

    ColumnCheck(RowReader rows, Mapping mapping, DecimalMark mark) {
        super(rows);
        this.mapping = mapping;
        this.mark = mark;
        int columns = rows.columns().size();
        this.present = new long[columns];
        this.missing = new long[columns];
        this.unparseable = new long[columns];
        this.consents = new ConsentTally(mapping, rows.columns());
        this.times = WrittenTimes.of(mapping, rows.columns());
        rows.columns().forEach(column -> fits.add(fits(column)));
    }

    /// What was counted so far, in order of the file's columns.
    List<ColumnCount> counts() {
        List<ColumnCount> counts = new ArrayList<>();
        for (int i = 0; i < present.length; i++) {
            counts.add(new ColumnCount(rows().columns().get(i), present[i], missing[i], unparseable[i]));
        }
        return counts;
    }

    /// What rows say of consent, in order of the mapping's columns.
    List<ConsentCount> consents() {
        return consents.counts();
    }

    /// The column a rejected row was wrong in; empty for the row as a whole.
    String columnName(Rejection rejection) {
        int position = rejection.column();
        return position >= 1 && position <= present.length ? rows().columns().get(position - 1) : "";
    }

    @Override
    public Optional<RawRow> next() {
        Optional<RawRow> row = rows().next();
        if (row.isPresent() && row.get() instanceof RawRow.Values values) {
            count(values.values());
        }
        return row;
    }

    private void count(String[] values) {
        consents.count(values);
        for (int i = 0; i < Math.min(values.length, present.length); i++) {
            String text = values[i].strip();
            if (text.isEmpty()) {
                missing[i]++;
            } else {
                present[i]++;
                unparseable[i] += fits(i, text, values) ? 0 : 1;
            }
        }
    }

    /// A day without a time of day is looked at no further: the other one is missing.
    private boolean fits(int column, String text, String[] values) {
        if (!times.has(column)) {
            return fits.get(column).test(text);
        }
        String time = times.text(values);
        return time.isEmpty() || fits.get(column).test(time);
    }

    private Predicate<String> fits(String column) {
        if (mapping.valueFactors().contains(column)) {
            return this::isAmount;
        }
        return mapping.columns().stream()
                .filter(mapped -> mapped.column().equals(column))
                .findFirst()
                .map(this::fits)
                .orElseGet(() -> ColumnCheck::anything);
    }

    private Predicate<String> fits(MappedColumn column) {
        return switch (column.role()) {
            case USER ->
                mapping.userIdForm() == UserIdForm.WHOLE_NUMBER
                        ? text -> NumberText.isWholeWithPoint(text)
                                || text.chars().allMatch(Character::isDigit)
                        : ColumnCheck::anything;
            case TIME, TIME_OF_DAY -> mapping.rows() == RowKind.ITEMS ? ColumnCheck::anything : time(mapping.time());
            case LOAD_TIME -> date();
            case VALUE -> mapping.rows() == RowKind.EVENTS ? this::isAmount : ColumnCheck::anything;
            case CONSENT -> consent(mapping.consentOf(column.column()));
            case CONSENT_TIME -> date();
            case PROPERTY, ATTRIBUTE ->
                switch (column.type()) {
                    case TEXT -> ColumnCheck::anything;
                    case NUMBER -> column.notNumbers() == NotNumbers.MISSING ? this::isAmount : this::isNumber;
                    case DATE -> date();
                };
            case ANONYMOUS_ID, SESSION, CURRENCY, TYPE, ITEM, EVENT_ID, IGNORED -> ColumnCheck::anything;
        };
    }

    private static Predicate<String> consent(ConsentValues values) {
        return text -> values.of(text) != ConsentStatus.UNCLEAR;
    }

    private static boolean anything(String text) {
        return !text.isEmpty();
    }

    private boolean isAmount(String text) {
        return AmountText.parse(text, mark).isPresent();
    }

    private boolean isNumber(String text) {
        return NumberText.parse(text, mark).isPresent() && !NumberText.isCode(text);
    }

    private static Predicate<String> time(TimeFormat format) {
        TimeReader reader = new TimeReader(format);
        return text -> reader.millis(text).isPresent();
    }

    private Predicate<String> date() {
        return time(mapping.time()).or(time(TimeFormat.iso())).or(time(KeptReader.DOTTED));
    }
}
