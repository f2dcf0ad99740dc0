package app.attune.events;

/// The values of each kind of column, read from the frame.
final class FieldValues {
    private FieldValues() {}

    static CellValues of(EventCells cells, EventCells.Field field) {
        EventFrame frame = cells.frame();
        return switch (field.kind()) {
            case TIME -> (CellValues.Times) frame::time;
            case VALUE -> (CellValues.Numbers) frame::value;
            case USER -> new Coded(frame.users(), row -> EventCells.userIdx(frame, row));
            case TYPE -> new Coded(frame.types(), frame::type);
            case ITEM -> new Coded(frame.items(), frame::item);
            case ITEM_NAME -> new ItemNames(frame, cells.itemNames().orElseThrow());
            case PROPERTY -> property(cells.property(field));
        };
    }

    private static CellValues property(Column column) {
        return switch (column) {
            case TextColumn text -> new Coded(text.dictionary(), row -> text.codes()[row]);
            case NumberColumn number -> (CellValues.Numbers) row -> number.values()[row];
            case DateColumn date -> (CellValues.Times) row -> date.millis()[row];
        };
    }

    private interface Codes {
        int code(int row);
    }

    private record Coded(Dictionary dictionary, Codes codes) implements CellValues.Texts {
        @Override
        public int code(int row) {
            return codes.code(row);
        }

        @Override
        public String text(int code) {
            return dictionary.text(code);
        }

        @Override
        public int size() {
            return dictionary.size();
        }
    }

    /// Names by position of the item; items without a name have none.
    private record ItemNames(EventFrame frame, Column names) implements CellValues.Texts {
        @Override
        public int code(int row) {
            int itemIdx = frame.item(row);
            return itemIdx < 0 || names.isMissing(itemIdx) ? Dictionary.MISSING : itemIdx;
        }

        @Override
        public String text(int code) {
            return names.display(code);
        }

        @Override
        public int size() {
            return frame.itemCount();
        }
    }
}
