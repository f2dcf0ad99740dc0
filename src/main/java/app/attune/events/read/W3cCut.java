package app.attune.events.read;

import app.attune.events.read.log.FieldNames;
import app.attune.events.read.log.LogEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Cuts lines of a log in the W3C extended format: a line `#Fields:` names the values of those that follow, and may
/// come again with others. Date and time are put together, in UTC; what happened is added.
final class W3cCut implements LineReader.LineCut {
    static final String FIELDS = "#Fields:";

    private static final String DATE = "date";

    private final Set<String> unread = new LinkedHashSet<>();
    private final boolean joined;
    private final boolean derived;
    private final List<String> columns;
    private List<String> names;
    private int[] positions = {};
    private Map<String, Integer> at = Map.of();

    /// @param format its layout has the names of the first line of fields
    W3cCut(FileFormat format) {
        this.names = names(format.layout());
        this.joined = names.contains(DATE) && names.contains(FieldNames.TIME);
        this.derived = !names.contains(FieldNames.EVENT);
        List<String> all = new ArrayList<>(names);
        if (joined) {
            all.remove(DATE);
        }
        if (derived) {
            all.add(FieldNames.EVENT);
        }
        this.columns = List.copyOf(all);
        learn();
    }

    /// The fields of a line `#Fields: …`, named as everywhere here.
    static List<String> names(String fields) {
        String plain = fields.startsWith(FIELDS) ? fields.substring(FIELDS.length()) : fields;
        return ColumnNames.unique(Cells.cut(plain.replace("\u200B", "")).stream()
                .map(FieldNames::of)
                .toList());
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public Set<String> unread() {
        return unread;
    }

    @Override
    public void take(long number, String line, Deque<RawRow> rows) {
        if (line.startsWith(FIELDS)) {
            names = names(line);
            learn();
        } else if (!line.startsWith("#")) {
            List<String> cells = Cells.cut(line);
            rows.add(cells.size() == names.size() ? values(number, line, cells) : wrong(number, line, cells.size()));
        }
    }

    private void learn() {
        at = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            at.put(names.get(i), i);
        }
        positions = columns.stream().mapToInt(name -> at.getOrDefault(name, -1)).toArray();
        names.stream()
                .filter(name -> !columns.contains(name) && !(joined && name.equals(DATE)))
                .forEach(unread::add);
    }

    private RawRow values(long number, String line, List<String> cells) {
        String[] values = new String[columns.size()];
        Arrays.fill(values, "");
        for (int i = 0; i < values.length; i++) {
            values[i] = positions[i] < 0 ? "" : plain(columns.get(i), cells.get(positions[i]));
        }
        if (joined) {
            int time = columns.indexOf(FieldNames.TIME);
            values[time] = (cell(cells, DATE) + " " + cell(cells, FieldNames.TIME)).strip();
        }
        if (derived) {
            values[values.length - 1] = LogEvent.of(
                    cell(cells, FieldNames.METHOD), cell(cells, FieldNames.PATH), cell(cells, FieldNames.STATUS));
        }
        return new RawRow.Values(number, values, line);
    }

    private String cell(List<String> cells, String name) {
        int position = at.getOrDefault(name, -1);
        return position < 0 ? "" : plain(name, cells.get(position));
    }

    private static String plain(String name, String cell) {
        if (cell.equals("-")) {
            return "";
        }
        return name.equals(FieldNames.USER_AGENT) ? cell.replace('+', ' ').replace("%20", " ") : cell;
    }

    private RawRow wrong(long number, String line, int found) {
        String detail = "expected " + names.size() + " columns, found " + found;
        return new RawRow.Broken(new Rejection(number, 0, RejectReason.WRONG_COLUMN_COUNT, detail, line));
    }
}
