package app.attune.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What an import says of consent, in sentences with counts: for every purpose what its rows say, and what silence and
/// other values mean.
public final class ConsentSentences {
    private static final String UNLESS = " unless all users are declared to have agreed";

    private ConsentSentences() {}

    /// Empty for files of items, which say nothing of users.
    public static List<String> of(Mapping mapping, ImportCheck check) {
        if (mapping.rows() == RowKind.ITEMS) {
            return List.of();
        }
        if (check.consents().isEmpty()) {
            return List.of("No column is mapped to consent: nobody in this file is taken to have agreed to anything"
                    + UNLESS + "." + " Whoever agreed in another file stays so.");
        }
        List<String> sentences = new ArrayList<>();
        for (ConsentCount count : check.consents()) {
            sentences.add(sentence(count, mapping));
        }
        sentences.add("A purpose that no column is mapped to counts as not granted, whatever was agreed elsewhere to"
                + " another purpose," + UNLESS + ".");
        return sentences;
    }

    private static String sentence(ConsentCount count, Mapping mapping) {
        String purpose = count.column().name();
        ConsentValues values = mapping.consentOf(count.column().column());
        StringBuilder words = new StringBuilder("Consent to " + purpose + ": "
                + rows(count.of(ConsentStatus.GRANTED)) + " granted, " + number(count.of(ConsentStatus.DENIED))
                + " denied, " + number(count.of(ConsentStatus.REVOKED)) + " revoked; " + number(count.silent())
                + " say nothing, which is not granted" + UNLESS + ".");
        long other = count.of(ConsentStatus.UNCLEAR);
        if (other > 0) {
            words.append(' ')
                    .append(rows(other))
                    .append(other == 1 ? " has another value and is " : " have another value and are ")
                    .append(
                            switch (values.unknown()) {
                                case KEEP_ASIDE -> "rejected.";
                                case NOT_GRANTED -> "taken as not granted.";
                            });
        }
        boolean timed = mapping.withRole(ColumnRole.CONSENT_TIME).stream()
                .anyMatch(column -> column.name().equals(purpose));
        return words.append(
                        timed
                                ? " Each counts from the time in its row."
                                : " No column says since when: it holds at all times.")
                .toString();
    }

    private static String rows(long count) {
        return number(count) + (count == 1 ? " row" : " rows");
    }

    private static String number(long count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }
}
