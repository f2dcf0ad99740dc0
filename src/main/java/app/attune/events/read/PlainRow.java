package app.attune.events.read;

import java.nio.charset.StandardCharsets;

/// One row without quotes and with the right number of values, as the bytes of the file in UTF-8. Reused for every
/// row: what it says holds until the next one is read.
public final class PlainRow {
    private byte[] bytes = new byte[0];
    private int[] ends = new int[0];
    private int start;
    private long line;

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
        return column == 0 ? start : ends[column - 1] + 1;
    }

    /// Where the value of a column ends, exclusive.
    public int to(int column) {
        return ends[column];
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
