package app.attune.segments;

import app.attune.events.Dictionary;
import app.attune.events.EventFrame;
import java.util.Optional;
import java.util.function.DoublePredicate;

/// Reads the first or last text of a user's events as its position in the dictionary, NaN when there is none; see
/// [Measure.TextOf]. Thread-safe.
record TextMeter(EventFrame frame, Measure.TextEnd end, FieldTexts texts) implements HitMeter {
    @Override
    public double of(int userIdx, Hits hits) {
        boolean first = end == Measure.TextEnd.FIRST_TEXT;
        int found = Dictionary.MISSING;
        long at = 0;
        for (int n = 0; n < hits.size(); n++) {
            int row = hits.row(first ? n : hits.size() - 1 - n);
            if (found != Dictionary.MISSING && frame.time(row) != at) {
                return found;
            }
            int code = texts.codes().applyAsInt(row);
            if (code != Dictionary.MISSING) {
                found = found == Dictionary.MISSING ? code : further(found, code);
                at = frame.time(row);
            }
        }
        return found == Dictionary.MISSING ? Double.NaN : found;
    }

    private int further(int one, int other) {
        Dictionary dictionary = texts.dictionary();
        int order = ByteOrder.compare(dictionary.text(one), dictionary.text(other));
        return order <= 0 == (end == Measure.TextEnd.FIRST_TEXT) ? one : other;
    }

    /// What a text that is measured is a position in.
    private static Optional<FieldTexts> texts(EventFrame frame, Measure measure) {
        return EventMeter.measuredField(measure).flatMap(field -> FieldTexts.of(frame, field));
    }

    /// A test of what a row measures: of numbers, or of the positions of texts.
    static DoublePredicate test(EventFrame frame, EventCondition row) {
        if (row.measure().kind() != FieldKind.TEXT) {
            return ColumnTest.number(row.asked());
        }
        boolean missing = row.asked().matchesMissing();
        boolean[] passing = texts(frame, row.measure())
                .map(known -> ColumnTest.matching(known.dictionary(), ColumnTest.text(row.comparison(), row.values())))
                .orElse(new boolean[0]);
        return code -> Double.isNaN(code) ? missing : passing[(int) code];
    }

    /// What a row measured as it is read, "-" when it is missing.
    static String shown(EventFrame frame, EventCondition row, double measured) {
        if (row.measure().kind() != FieldKind.TEXT || Double.isNaN(measured)) {
            return Wording.measured(measured);
        }
        return texts(frame, row.measure())
                .map(known -> Wording.value(known.dictionary().text((int) measured)))
                .orElse("-");
    }
}
