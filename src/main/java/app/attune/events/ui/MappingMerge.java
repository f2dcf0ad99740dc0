package app.attune.events.ui;

import app.attune.events.ColumnRole;
import app.attune.events.MappedColumn;
import app.attune.events.Mapping;
import app.attune.events.RowKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A mapping for rows that have other columns than before.
final class MappingMerge {
    private MappingMerge() {}

    /// Columns that were there keep their meaning, new ones get the guessed one as far as it is free. A guess alone
    /// where the columns that have to be mapped are gone.
    static Mapping of(Mapping before, Mapping guess, List<String> columns) {
        boolean whole = before.required().stream()
                .map(before::columnOf)
                .flatMap(Optional::stream)
                .allMatch(column -> column.equals(Mapping.LINE) || columns.contains(column));
        boolean usesGone = before.valueFactors().stream().anyMatch(column -> !columns.contains(column))
                || before.typeRules().stream().anyMatch(rule -> !columns.contains(rule.column()));
        boolean any = before.columns().stream().anyMatch(mapped -> columns.contains(mapped.column()));
        if (!any || !whole || usesGone) {
            return guess;
        }
        List<MappedColumn> merged = new ArrayList<>(before.columns().stream()
                .filter(mapped -> mapped.column().equals(Mapping.LINE) || columns.contains(mapped.column()))
                .toList());
        Set<String> names = new HashSet<>();
        merged.forEach(mapped -> names.add(mapped.keptName()));
        ColumnRole rest = before.rows() == RowKind.EVENTS ? ColumnRole.PROPERTY : ColumnRole.ATTRIBUTE;
        for (MappedColumn mapped : guess.columns()) {
            if (merged.stream().noneMatch(known -> known.column().equals(mapped.column()))) {
                ColumnRole role = mapped.role();
                boolean taken = role.isSingle() && merged.stream().anyMatch(known -> known.role() == role);
                merged.add(named(taken ? mapped.as(rest) : mapped, names));
            }
        }
        return before.withColumns(merged);
    }

    /// The same under a name that is free.
    private static MappedColumn named(MappedColumn mapped, Set<String> names) {
        MappedColumn free = mapped;
        for (int n = 2; !names.add(free.keptName()); n++) {
            free = mapped.named(mapped.name() + "_" + n);
        }
        return free;
    }
}
