package app.attune.events.read.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Makes rows of records. Total: whatever the record, the rows are the same every time, and nothing throws. Not
/// thread-safe.
public final class Shaper {
    /// At most so many columns come from spread parts.
    static final int MAX_SPREAD = 400;
    /// At most so many rows come from one record.
    public static final int MAX_ROWS = 100_000;

    private final RecordShape shape;
    private final List<ColumnSource> sources;
    private final List<FieldPath> lists;
    private final List<FieldPath> tested;
    private final List<SpreadNames> spreads;
    private final Decoding decoding = new Decoding();
    private final Map<String, Integer> positions = new HashMap<>();
    private final Set<String> unread = new LinkedHashSet<>();
    private final Map<String, Long> odd = new TreeMap<>();
    private List<String> columns;
    private long leftOut;
    private long cut;

    public Shaper(RecordShape shape) {
        this.shape = shape;
        this.sources = shape.columns().stream().map(ColumnSource::new).toList();
        this.lists =
                shape.explode().stream().map(list -> FieldPath.of(list.each())).toList();
        this.tested =
                shape.keep().stream().map(test -> FieldPath.of(test.path())).toList();
        this.columns = shape.columns().stream().map(ShapeColumn::name).toList();
        this.spreads = shape.spread().stream()
                .map(part -> new SpreadNames(part, Set.copyOf(columns)))
                .toList();
    }

    /// Adds the names that spread parts have in these records to the columns.
    public void learn(List<ObjectNode> first) {
        Set<String> names = new LinkedHashSet<>(columns);
        shape.spread().forEach(part -> part.names().forEach(name -> names.add(part.prefix() + name)));
        for (ObjectNode record : first) {
            if (spreads.isEmpty()) {
                break;
            }
            for (RowView row : views(record)) {
                spreads.forEach(part -> names.addAll(part.values(row).keySet()));
            }
        }
        int fixed = shape.columns().size();
        columns = names.stream().limit(fixed + (long) MAX_SPREAD).toList();
        columns.subList(fixed, columns.size()).forEach(name -> positions.put(name, columns.indexOf(name)));
        unread.clear();
        odd.clear();
        leftOut = 0;
    }

    /// Names of the columns, in the order of the rows' values.
    public List<String> columns() {
        return columns;
    }

    /// One list of values per row; none if no row is to be read, and at most [#MAX_ROWS].
    public List<String[]> rows(ObjectNode record) {
        List<String[]> rows = new ArrayList<>();
        for (RowView view : views(record)) {
            rows.add(values(view));
        }
        return rows;
    }

    /// How many rows more the last record would have given; at least so many where [#multiplies].
    public long cut() {
        return cut;
    }

    /// Whether the rows of a record are counted list by list, so that each one cut from the first would have been
    /// several.
    public boolean multiplies() {
        return lists.size() > 1;
    }

    /// Names that spread parts have in later records only.
    public Set<String> unread() {
        return unread;
    }

    /// How often a value had another form than its path expects, by column.
    public Map<String, Long> odd() {
        return odd;
    }

    /// Rows that did not meet the conditions.
    public long leftOut() {
        return leftOut;
    }

    private List<RowView> views(ObjectNode record) {
        decoding.reset();
        cut = 0;
        List<RowView> views = List.of(new RowView(decoding, record, Map.of()));
        for (int i = 0; i < lists.size(); i++) {
            List<RowView> wider = new ArrayList<>();
            for (RowView view : views) {
                explode(view, i, wider);
            }
            views = wider;
        }
        List<RowView> kept = views.stream().filter(this::isKept).toList();
        leftOut += views.size() - kept.size();
        return kept;
    }

    /// Of a list that stands in another, only the elements of the rows that are read are looked at.
    private void explode(RowView view, int list, List<RowView> into) {
        JsonNode elements = view.node(lists.get(list));
        String name = shape.explode().get(list).as();
        if (view.takeOdd() || (elements.isValueNode() && !view.text(elements).isEmpty())) {
            odd.merge(shape.explode().get(list).each(), 1L, Long::sum);
        }
        boolean isList = elements.isArray() && !elements.isEmpty();
        int wanted = isList ? elements.size() : 1;
        int taken = Math.min(wanted, MAX_ROWS - into.size());
        cut += wanted - taken;
        for (int i = 0; i < taken; i++) {
            into.add(
                    isList
                            ? with(view, name, new RowView.Element(elements.get(i), i + 1))
                            : elements.isObject() ? with(view, name, new RowView.Element(elements, 1)) : view);
        }
    }

    private RowView with(RowView view, String name, RowView.Element element) {
        Map<String, RowView.Element> elements = new LinkedHashMap<>(view.elements());
        elements.put(name, element);
        return new RowView(decoding, view.record(), elements);
    }

    private boolean isKept(RowView view) {
        for (int i = 0; i < tested.size(); i++) {
            if (!shape.keep().get(i).holds(view.text(tested.get(i)))) {
                return false;
            }
        }
        view.takeOdd();
        return true;
    }

    private String[] values(RowView view) {
        String[] values = new String[columns.size()];
        Arrays.fill(values, "");
        for (int i = 0; i < sources.size(); i++) {
            values[i] = sources.get(i).value(view);
            if (view.takeOdd()) {
                odd.merge(columns.get(i), 1L, Long::sum);
            }
        }
        for (SpreadNames part : spreads) {
            part.values(view).forEach((name, value) -> put(name, value, values));
            if (view.takeOdd()) {
                odd.merge(part.path(), 1L, Long::sum);
            }
        }
        return values;
    }

    private void put(String name, String value, String[] values) {
        Integer position = positions.get(name);
        if (position != null) {
            values[position] = value;
        } else if (unread.size() < MAX_SPREAD) {
            unread.add(name);
        }
    }
}
