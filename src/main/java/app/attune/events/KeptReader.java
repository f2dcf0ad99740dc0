package app.attune.events;

import app.attune.events.read.DecimalMark;
import app.attune.events.read.NumberText;
import app.attune.events.read.TimeFormat;
import app.attune.events.read.TimeReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// Makes of stripped texts what is kept of them, and counts those that do not fit their declared type.
final class KeptReader {
    private final DecimalMark mark;
    private final TimeReader time;
    private final TimeReader isoTime = new TimeReader(TimeFormat.iso());
    private final List<UnaryOperator<String>> attributes = new ArrayList<>();
    private final Map<String, Long> misfits = new TreeMap<>();

    /// @param columns of the file
    KeptReader(Mapping mapping, KeptColumns kept, List<String> columns, DecimalMark mark) {
        this.mark = mark;
        this.time = new TimeReader(mapping.time());
        for (KeptColumn attribute : kept.attributes()) {
            String column = columns.get(attribute.position());
            Optional<ColumnRole> role = mapping.columns().stream()
                    .filter(mapped -> mapped.column().equals(column))
                    .map(MappedColumn::role)
                    .findFirst();
            if (role.equals(Optional.of(ColumnRole.CONSENT))) {
                attributes.add(new ConsentReader(mapping.consentOf(column))::of);
            } else if (role.equals(Optional.of(ColumnRole.CONSENT_TIME))) {
                attributes.add(text -> instant(text).orElse(""));
            } else {
                attributes.add(text -> text(text, attribute));
            }
        }
    }

    /// How many values do not fit the declared type, by name of the kept column.
    Map<String, Long> misfits() {
        return misfits;
    }

    /// What is kept of an attribute's text; of one that says something empty if the row has to be kept aside.
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
            case NUMBER -> {
                String plain = NumberText.plain(text, mark);
                yield plain.isEmpty() ? misfit(column, text) : column.unit().of(plain);
            }
            case DATE -> instant(text).orElseGet(() -> misfit(column, text));
        };
    }

    private Optional<String> instant(String text) {
        OptionalLong millis = time.millis(text);
        OptionalLong known = millis.isPresent() ? millis : isoTime.millis(text);
        return known.isPresent()
                ? Optional.of(Instant.ofEpochMilli(known.getAsLong()).toString())
                : Optional.empty();
    }

    private String misfit(KeptColumn column, String text) {
        misfits.merge(column.name(), 1L, Long::sum);
        return text;
    }
}
