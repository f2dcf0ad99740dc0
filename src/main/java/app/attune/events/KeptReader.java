package app.attune.events;

import app.attune.events.read.AmountText;
import app.attune.events.read.DecimalMark;
import app.attune.events.read.NumberText;
import app.attune.events.read.TimeFormat;
import app.attune.events.read.TimeReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Makes of stripped texts what is kept of them, and counts those that do not fit their declared type.
final class KeptReader {
    /// Days with dots between have one order only, so other dates than the time of events are read, too.
    static final TimeFormat DOTTED = TimeFormat.ofPattern("d.M.yyyy");

    private final List<String> columns;
    private final DecimalMark mark;
    private final TimeReader time;
    private final TimeReader isoTime = new TimeReader(TimeFormat.iso());
    private final TimeReader dottedTime = new TimeReader(DOTTED);
    private final List<UnaryOperator<String>> attributes = new ArrayList<>();
    private final Set<Integer> consents = new HashSet<>();
    private final MisfitTally misfits;

    /// @param file the names of its columns, and how it writes numbers
    KeptReader(Mapping mapping, KeptColumns kept, Numbers file, MisfitTally misfits) {
        this.columns = file.columns();
        this.mark = file.mark();
        this.misfits = misfits;
        this.time = new TimeReader(mapping.time());
        for (KeptColumn attribute : kept.attributes()) {
            String column = columns.get(attribute.position());
            Optional<ColumnRole> role = mapping.columns().stream()
                    .filter(mapped -> mapped.column().equals(column))
                    .map(MappedColumn::role)
                    .findFirst();
            if (role.equals(Optional.of(ColumnRole.CONSENT))) {
                consents.add(attributes.size());
                attributes.add(new ConsentReader(mapping.consentOf(column))::of);
            } else if (role.equals(Optional.of(ColumnRole.CONSENT_TIME))) {
                consents.add(attributes.size());
                attributes.add(text -> instant(text).orElse(""));
            } else {
                attributes.add(text -> text(text, attribute));
            }
        }
    }

    /// Whether an attribute is about consent: a text of which nothing is kept sets the row aside then.
    ///
    /// @param index of the attribute
    boolean isOfConsent(int index) {
        return consents.contains(index);
    }

    /// What is kept of an attribute's text.
    ///
    /// @param index of the attribute
    String attribute(int index, String text) {
        return text.isEmpty() ? "" : attributes.get(index).apply(text);
    }

    String text(String text, KeptColumn column) {
        if (text.isEmpty()) {
            return "";
        }
        return switch (column.type()) {
            case TEXT -> text;
            case NUMBER -> number(text, column);
            case DATE -> instant(text).orElseGet(() -> misfit(column, text));
        };
    }

    /// Numbers that were asked for may have a currency beside them, and leading zeros.
    private String number(String text, KeptColumn column) {
        boolean asked = column.notNumbers() == NotNumbers.MISSING;
        String plain = asked ? AmountText.plain(text, mark) : NumberText.plain(text, mark);
        if (plain.isEmpty()) {
            return notNumber(column, text);
        }
        if (column.unit() == AmountUnit.ONES && NumberText.isCode(plain)) {
            return asked ? NumberText.counted(plain) : misfit(column, text);
        }
        return column.unit().of(plain);
    }

    private Optional<String> instant(String text) {
        OptionalLong millis = time.millis(text);
        OptionalLong iso = millis.isPresent() ? millis : isoTime.millis(text);
        OptionalLong known = iso.isPresent() ? iso : dottedTime.millis(text);
        return known.isPresent()
                ? Optional.of(Instant.ofEpochMilli(known.getAsLong()).toString())
                : Optional.empty();
    }

    private String notNumber(KeptColumn column, String text) {
        return switch (column.notNumbers()) {
            case KEPT -> misfit(column, text);
            case MISSING -> {
                misfits.miss(column.name(), text);
                yield "";
            }
        };
    }

    private String misfit(KeptColumn column, String text) {
        misfits.keep(column, columns.get(column.position()), text);
        return text;
    }

    /// What a file's texts are read by.
    record Numbers(List<String> columns, DecimalMark mark) {}
}
