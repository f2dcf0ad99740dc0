package app.attune.events;

import app.attune.core.ProblemException;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The events of a frame as a table of texts: which columns there are and what each cell says.
public final class EventCells {
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
    public record Field(Kind kind, String name, int position) {}

    private final EventFrame frame;
    private final Optional<Column> itemNames;
    private final List<Field> fields;

    private EventCells(EventFrame frame, List<Field> fields) {
        this.frame = frame;
        this.itemNames = itemNames(frame);
        this.fields = List.copyOf(fields);
    }

    public static EventCells of(EventFrame frame) {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field(Kind.TIME, "time", 0));
        fields.add(new Field(Kind.USER, "user", 0));
        fields.add(new Field(Kind.TYPE, "type", 0));
        fields.add(new Field(Kind.ITEM, "item", 0));
        if (itemNames(frame).isPresent()) {
            fields.add(new Field(Kind.ITEM_NAME, "item_name", 0));
        }
        fields.add(new Field(Kind.VALUE, "value", 0));
        for (int position = 0; position < frame.properties().size(); position++) {
            fields.add(new Field(Kind.PROPERTY, frame.properties().get(position).name(), position));
        }
        return new EventCells(frame, fields);
    }

    public EventFrame frame() {
        return frame;
    }

    /// In the order of the table.
    public List<Field> fields() {
        return fields;
    }

    /// The column programs call `name`.
    public Optional<Field> find(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /// @throws ProblemException `data.unknown-column` naming those there are
    public Field require(String name) {
        return find(name)
                .orElseThrow(() -> ProblemException.of(
                        "data.unknown-column",
                        "There is no column " + name + ".",
                        "Use one of " + fields.stream().map(Field::name).collect(Collectors.joining(", ")) + "."));
    }

    /// What the cells of a column hold, as it compares.
    public CellValues values(Field field) {
        return FieldValues.of(this, field);
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

    /// As [#exported], and texts that a spreadsheet would take for a formula begin with an apostrophe.
    public String guarded(Field field, int row) {
        return isText(field) ? Formulas.guarded(exported(field, row)) : exported(field, row);
    }

    boolean isText(Field field) {
        return switch (field.kind()) {
            case USER, TYPE, ITEM, ITEM_NAME -> true;
            case PROPERTY -> property(field) instanceof TextColumn;
            case TIME, VALUE -> false;
        };
    }

    Column property(Field field) {
        return frame.properties().get(field.position());
    }

    private static String amount(double value) {
        return new DecimalFormat("#,##0.00########", DecimalFormatSymbols.getInstance(Locale.ENGLISH)).format(value);
    }

    Optional<Column> itemNames() {
        return itemNames;
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
