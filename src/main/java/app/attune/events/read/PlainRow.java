package app.attune.events.read;

import java.nio.charset.StandardCharsets;

/// One row with the right number of values and without quotes in them, as the bytes of the file in UTF-8. Reused for
/// every row: what it says holds until the next one is read.
public final class PlainRow {
    /// What [#quotedBy] is told of a row none of whose values is in quotes.
    static final byte UNQUOTED = 0;

    private byte[] bytes = new byte[0];
    private int[] ends = new int[0];
    private int start;
    private long line;
    private byte quote = UNQUOTED;

    /// The array in which the row lies; others may lie beside it.
    public byte[] bytes() {
        return bytes;
    }

    /// Where the row starts in [#bytes].
    public int start() {
        return start;
    }

    /// Where the row ends in [#bytes], exclusive and without the line end.
    public int end() {
        return ends[ends.length - 1];
    }

    /// Where the value of a column, from 0, starts in [#bytes].
    public int from(int column) {
        int from = column == 0 ? start : ends[column - 1] + 1;
        return quote != UNQUOTED && isQuoted(from, ends[column]) ? from + 1 : from;
    }

    /// Where the value of a column ends, exclusive.
    public int to(int column) {
        int to = ends[column];
        return quote != UNQUOTED && isQuoted(column == 0 ? start : ends[column - 1] + 1, to) ? to - 1 : to;
    }

    private boolean isQuoted(int from, int to) {
        return from < to && bytes[from] == quote;
    }

    /// Of the file, from 1.
    public long line() {
        return line;
    }

    /// The same row as texts.
    public RawRow.Values values() {
        String[] values = new String[ends.length];
        for (int column = 0; column < values.length; column++) {
            values[column] = text(from(column), to(column));
        }
        return new RawRow.Values(line, values, text(start, end()));
    }

    private String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /// Some values may be in such quotes, which are no part of them.
    void quotedBy(byte mark) {
        quote = mark;
    }

    /// Room for so many columns; the answer is filled by whoever reads.
    int[] ends(int columns) {
        if (ends.length != columns) {
            ends = new int[columns];
        }
        return ends;
    }

    /// The same row counted from an earlier line.
    void linesBefore(long lines) {
        line += lines;
    }

    /// The row has moved towards the start of its array.
    void shift(int by) {
        for (int column = 0; column < ends.length; column++) {
            ends[column] -= by;
        }
    }

    void at(byte[] inBytes, int from, long atLine) {
        bytes = inBytes;
        start = from;
        line = atLine;
    }
}
