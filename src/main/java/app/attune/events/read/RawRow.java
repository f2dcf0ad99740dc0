package app.attune.events.read;

/// One row of a file as read, before anything is made of it.
public sealed interface RawRow {
    /// Of the file, from 1, where the row starts.
    long line();

    /// As it stands in the file, without the line end.
    String raw();

    /// As many values as the file has columns; empty text where there is none.
    @SuppressWarnings("ArrayRecordComponent") // Millions of them: a list would double the cost; nobody compares rows.
    record Values(long line, String[] values, String raw) implements RawRow {}

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
