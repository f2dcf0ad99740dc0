package app.attune.events;

import app.attune.core.Progress;
import app.attune.events.read.ImportPreview;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How the first rows of a file get their event types; rows that are left out are not among them.
///
/// @param rows   looked at
/// @param byRule rows that each rule names the type of, in order of the rules; the first that holds counts
/// @param byType rows by the type they get, however it is named
/// @param none   rows that nothing names a type of
public record TypeCounts(int rows, List<Integer> byRule, Map<String, Integer> byType, int none) {
    public TypeCounts {
        byRule = List.copyOf(byRule);
        byType = Collections.unmodifiableMap(new TreeMap<>(byType));
    }

    /// Rules and filters of columns that the file lacks hold for no row. A pattern may take long.
    public static TypeCounts of(Mapping mapping, ImportPreview preview, Progress progress) {
        List<String> columns = new ArrayList<>(preview.columnNames());
        // What the file lacks stands behind its own columns, and is empty.
        mapping.used().filter(column -> !columns.contains(column)).distinct().forEach(columns::add);
        EventTypes types = new EventTypes(mapping, columns, preview.format().decimalMark());
        RowFilters filters = new RowFilters(mapping, columns);
        int[] byRule = new int[mapping.typeRules().size()];
        Map<String, Integer> byType = new TreeMap<>();
        int rows = 0;
        for (List<String> row : preview.rows()) {
            progress.checkpoint();
            List<String> padded = new ArrayList<>(row);
            padded.addAll(Collections.nCopies(columns.size() - row.size(), ""));
            String[] values = padded.toArray(String[]::new);
            if (filters.reason(values).isEmpty()) {
                rows++;
                int rule = types.rule(values);
                if (rule != EventTypes.NONE) {
                    byRule[rule]++;
                }
                byType.merge(types.of(values), 1, Integer::sum);
            }
        }
        Integer none = byType.remove("");
        return new TypeCounts(rows, Arrays.stream(byRule).boxed().toList(), byType, none == null ? 0 : none);
    }
}
