package app.attune.events;

import app.attune.events.read.PlainCells;
import app.attune.events.read.PlainRow;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Maps plain rows of events without making texts of their values. What it cannot map as a matter of course it leaves
/// to the [RowMapper], which also says what is wrong with a row.
final class PlainMapper {
    private static final int NONE = -1;
    private static final int STRIPPED_UP_TO = ' ';

    private final RowMapper rows;
    private final PlainColumns at;
    private final PlainCells cells;
    private final TextCell constantType;
    private final Kept properties;
    private final Kept attributes;
    /// Where the texts of [MappedRow] stand in the file, in their order.
    private final int[] positions;

    private PlainMapper(RowMapper rows, PlainColumns at, PlainCells cells) {
        this.rows = rows;
        this.at = at;
        this.cells = cells;
        this.constantType = TextCell.of(at.constantType());
        this.properties = Kept.of(rows.kept().properties());
        this.attributes = Kept.of(rows.kept().attributes());
        this.positions = IntStream.concat(
                        IntStream.of(at.user(), at.item(), at.type(), at.eventId()),
                        Stream.concat(properties.all().stream(), attributes.all().stream())
                                .mapToInt(KeptColumn::position))
                .toArray();
    }

    /// Empty if the mapping asks for more than taking values as they are.
    static Optional<PlainMapper> of(RowMapper rows) {
        return rows.plainColumns().map(at -> new PlainMapper(rows, at, rows.plainCells()));
    }

    /// Fills `into`, or answers false if the row needs a closer look.
    boolean map(PlainRow row, MappedRow into) {
        if (row.end() - row.start() > RowMapper.MAX_TEXT
                || !texts(row, into.texts)
                || !user(row, into.user)
                || !time(row, into)
                || !value(row, into)
                || !type(into.type)
                || (at.eventId() != NONE && into.eventId.isEmpty())) {
            return false;
        }
        rows.misfits().at(row.line());
        keep(properties, into.properties);
        keep(attributes, into.attributes);
        return true;
    }

    /// One loop over all texts of a row: seven copies of it in one method take the compiler seven times as long.
    private boolean texts(PlainRow row, TextCell[] into) {
        for (int i = 0; i < into.length; i++) {
            if (!text(row, positions[i], into[i])) {
                return false;
            }
        }
        return true;
    }

    private boolean user(PlainRow row, TextCell into) {
        return !into.isEmpty() || (text(row, at.anonymous(), into) && !into.isEmpty());
    }

    /// Takes the value over unless there may be something to strip.
    private static boolean text(PlainRow row, int column, TextCell into) {
        if (column == NONE) {
            into.set("");
            return true;
        }
        byte[] bytes = row.bytes();
        int from = row.from(column);
        int to = row.to(column);
        into.set(bytes, from, to);
        return from == to || (bytes[from] > STRIPPED_UP_TO && bytes[to - 1] > STRIPPED_UP_TO) || isStripped(into);
    }

    private static boolean isStripped(TextCell cell) {
        String text = cell.text();
        return text.strip().length() == text.length();
    }

    private boolean time(PlainRow row, MappedRow into) {
        long millis = cells.millis(row.bytes(), row.from(at.when()), row.to(at.when()));
        into.time = millis;
        into.clockChange = rows.clockChanges().take();
        return millis != PlainCells.NO_TIME && millis <= at.latest();
    }

    private boolean value(PlainRow row, MappedRow into) {
        int from = at.value() == NONE ? 0 : row.from(at.value());
        int to = at.value() == NONE ? 0 : row.to(at.value());
        double value = from == to ? Double.NaN : at.unit().of(cells.number(row.bytes(), from, to));
        into.value = value == 0 ? 0 : value;
        return from == to || !Double.isNaN(value);
    }

    private boolean type(TextCell into) {
        if (into.isEmpty()) {
            into.set(constantType);
        }
        return !into.isEmpty();
    }

    private void keep(Kept columns, TextCell[] cells) {
        for (int i : columns.checked) {
            KeptColumn column = columns.all.get(i);
            TextCell cell = cells[i];
            boolean asWritten = column.type() == FieldType.NUMBER
                    && column.unit() == AmountUnit.ONES
                    && PlainCells.isPlainNumber(cell.bytes(), cell.from(), cell.to());
            if (!asWritten) {
                cell.set(rows.keptText(cell.text(), column));
            }
        }
    }

    /// Columns kept by name, and which of them are not kept as they are written.
    @SuppressWarnings("ArrayRecordComponent") // Looked up for every row, never compared.
    private record Kept(List<KeptColumn> all, int[] checked) {
        static Kept of(List<KeptColumn> columns) {
            return new Kept(
                    columns,
                    IntStream.range(0, columns.size())
                            .filter(i -> columns.get(i).type() != FieldType.TEXT)
                            .toArray());
        }
    }
}
