package app.attune.events;

import app.attune.core.Progress;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/// The events of a frame as a table of texts: which columns there are, how full they are, and what each cell says.
public final class EventCells {
    private static final int CHECK_EVERY = 1 << 16;
    private static final String NONE = "-";
    private static final List<String> ITEM_NAMES = List.of("name", "title", "product_name", "description");

    /// What a column of the table holds.
    public enum Kind {
        TIME,
        USER,
        TYPE,
        ITEM,
        ITEM_NAME,
        VALUE,
        PROPERTY
    }

    /// A column of the table.
    ///
    /// @param name     as programs call it; of a property its own
    /// @param position of the property in the frame, 0 for all others
    /// @param missing  share of the frame's events without a value
    public record Field(Kind kind, String name, int position, double missing) {}

    private final EventFrame frame;
    private final Optional<Column> itemNames;
    private final List<Field> fields;

    private EventCells(EventFrame frame, List<Field> fields) {
        this.frame = frame;
        this.itemNames = itemNames(frame);
        this.fields = List.copyOf(fields);
    }

    /// Cost: one pass over the events a column, to see how full it is.
    public static EventCells of(EventFrame frame, Progress progress) {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field(Kind.TIME, "time", 0, 0));
        fields.add(new Field(Kind.USER, "user", 0, 0));
        fields.add(new Field(Kind.TYPE, "type", 0, 0));
        fields.add(new Field(Kind.ITEM, "item", 0, missing(frame, row -> frame.item(row) < 0, progress)));
        Optional<Column> names = itemNames(frame);
        if (names.isPresent()) {
            IntPredicate nameless = row -> frame.item(row) < 0 || names.get().isMissing(frame.item(row));
            fields.add(new Field(Kind.ITEM_NAME, "item_name", 0, missing(frame, nameless, progress)));
        }
        fields.add(new Field(Kind.VALUE, "value", 0, missing(frame, row -> Double.isNaN(frame.value(row)), progress)));
        for (int position = 0; position < frame.properties().size(); position++) {
            Column column = frame.properties().get(position);
            fields.add(new Field(Kind.PROPERTY, column.name(), position, missing(frame, column::isMissing, progress)));
        }
        return new EventCells(frame, fields);
    }

    private static double missing(EventFrame frame, IntPredicate isMissing, Progress progress) {
        int missing = 0;
        for (int row = 0; row < frame.eventCount(); row++) {
            if (isMissing.test(row)) {
                missing++;
            }
            if (row % CHECK_EVERY == 0) {
                progress.checkpoint();
            }
        }
        return frame.eventCount() == 0 ? 0 : (double) missing / frame.eventCount();
    }

    public EventFrame frame() {
        return frame;
    }

    /// In the order of the table.
    public List<Field> fields() {
        return fields;
    }

    /// Whether the column reads best aligned at the right.
    public boolean isNumber(Field field) {
        return switch (field.kind()) {
            case VALUE -> true;
            case PROPERTY -> property(field) instanceof NumberColumn;
            case TIME, USER, TYPE, ITEM, ITEM_NAME -> false;
        };
    }

    /// The id of the user of an event.
    public String user(int row) {
        return frame.users().text(userIdx(frame, row));
    }

    /// As people read it, UTC; "-" where there is nothing.
    public String shown(Field field, int row) {
        String text = switch (field.kind()) {
            case TIME -> exported(field, row).replace('T', ' ').replace("Z", "");
            case VALUE -> Double.isNaN(frame.value(row)) ? "" : amount(frame.value(row));
            case PROPERTY -> property(field).shown(row);
            case USER, TYPE, ITEM, ITEM_NAME -> exported(field, row);
        };
        return text.isEmpty() ? NONE : text;
    }

    /// As programs read it: times in ISO-8601, numbers without grouping, empty where there is nothing.
    public String exported(Field field, int row) {
        int itemIdx = frame.item(row);
        return switch (field.kind()) {
            case TIME -> Instant.ofEpochMilli(frame.time(row)).toString();
            case USER -> user(row);
            case TYPE -> frame.types().text(frame.type(row));
            case ITEM -> itemIdx < 0 ? "" : frame.items().text(itemIdx);
            case ITEM_NAME ->
                itemIdx < 0
                        ? ""
                        : itemNames.map(names -> names.display(itemIdx)).orElse("");
            case VALUE -> new NumberColumn("value", new double[] {frame.value(row)}).display(0);
            case PROPERTY -> property(field).display(row);
        };
    }

    /// Rows of the frame as tab-separated lines under a header; tabs and line breaks inside a cell become spaces.
    public String tsv(List<Field> columns, int[] rows, Progress progress) {
        StringBuilder text = new StringBuilder(columns.stream().map(Field::name).collect(Collectors.joining("\t")));
        text.append('\n');
        for (int i = 0; i < rows.length; i++) {
            int row = rows[i];
            text.append(columns.stream()
                            .map(field -> oneLine(exported(field, row)))
                            .collect(Collectors.joining("\t")))
                    .append('\n');
            if (i % (CHECK_EVERY >> 6) == 0) {
                progress.checkpoint();
            }
        }
        return text.toString();
    }

    private Column property(Field field) {
        return frame.properties().get(field.position());
    }

    private static String amount(double value) {
        return new DecimalFormat("#,##0.00########", DecimalFormatSymbols.getInstance(Locale.ENGLISH)).format(value);
    }

    private static String oneLine(String cell) {
        return cell.replace('\t', ' ').replace('\r', ' ').replace('\n', ' ');
    }

    /// The catalogue's column that names items, if it has one.
    static Optional<Column> itemNames(EventFrame frame) {
        return ITEM_NAMES.stream()
                .flatMap(name -> frame.catalogue().column(name).stream())
                .findFirst();
    }

    /// Whose event a row is. Cost O(log users).
    static int userIdx(EventFrame frame, int row) {
        int low = 0;
        int high = frame.userCount() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (frame.to(middle) > row) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
