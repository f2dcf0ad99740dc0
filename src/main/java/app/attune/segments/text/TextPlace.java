package app.attune.segments.text;

/// Where something stands in a text of a condition; the first line is line 1, its first letter column 1.
public record TextPlace(int line, int column) {
    /// As problems name it.
    String words() {
        return "line " + line + ", column " + column;
    }

    /// How many letters of `text` stand before it, at most all.
    public int in(String text) {
        int start = 0;
        for (int i = 1; i < line && text.indexOf('\n', start) >= 0; i++) {
            start = text.indexOf('\n', start) + 1;
        }
        return Math.min(start + column - 1, text.length());
    }
}
