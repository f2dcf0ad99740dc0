package app.attune.events.read;

/// One row of a file as read, before anything is made of it.
public sealed interface RawRow {
    /// Of the file, from 1, where the row starts.
    long line();

    /// As it stands in the file, without the line end.
    String raw();

    /// Which of the rows that one record gave, from 0.
    default int part() {
        return 0;
    }

    /// As many values as the file has columns; empty text where there is none.
    ///
    /// @param part of the record that gave several rows, from 0
    @SuppressWarnings("ArrayRecordComponent") // Millions of them: a list would double the cost; nobody compares rows.
    record Values(long line, String[] values, String raw, int part) implements RawRow {
        public Values(long line, String[] values, String raw) {
            this(line, values, raw, 0);
        }
    }

    /// A row that cannot be split into values.
    record Broken(Rejection rejection) implements RawRow {
        @Override
        public long line() {
            return rejection.line();
        }

        @Override
        public String raw() {
            return rejection.raw();
        }
    }
}
