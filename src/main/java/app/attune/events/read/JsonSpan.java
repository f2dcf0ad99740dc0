package app.attune.events.read;

import java.io.IOException;

/// Finds where a JSON value ends by its braces, brackets and quotes, without understanding it. A line end closes an
/// open text, since JSON texts have none: so a missing quote costs one line and not the rest of the file.
final class JsonSpan {
    /// The file ends before the value does.
    static final int UNCLOSED = -1;
    /// The value is longer than [CharWindow#MAX_ROW] or nested more than [#MAX_DEPTH] deep.
    static final int TOO_MUCH = -2;
    /// As deep as Jackson goes.
    static final int MAX_DEPTH = 1_000;

    private static final int DISCARD = 1 << 16;

    private final CharWindow window;
    private int depth;
    private boolean inText;
    private boolean escaped;

    JsonSpan(CharWindow window) {
        this.window = window;
    }

    /// Length of the value that starts at the window's first character, [#UNCLOSED] or [#TOO_MUCH].
    int length() throws IOException {
        reset();
        for (int i = 0; i < window.size() || window.more(); i++) {
            if (endsBefore(i)) {
                return i;
            }
            if (endsAt(window.at(i))) {
                return i + 1;
            }
            if (i > CharWindow.MAX_ROW || depth > MAX_DEPTH) {
                return TOO_MUCH;
            }
        }
        return depth == 0 && !inText ? window.size() : UNCLOSED;
    }

    /// Leaves the value at the window's first character behind, however long it is.
    void skip() throws IOException {
        reset();
        leave();
    }

    /// Leaves what is left of `levels` open objects and arrays behind.
    void skipOut(int levels) throws IOException {
        reset();
        depth = levels;
        if (levels > 0) {
            leave();
        }
    }

    private void leave() throws IOException {
        int i = 0;
        while (i < window.size() || window.more()) {
            if (endsBefore(i)) {
                window.drop(i);
                return;
            }
            if (endsAt(window.at(i))) {
                window.drop(i + 1);
                return;
            }
            i++;
            if (i > DISCARD) {
                window.drop(i);
                i = 0;
            }
        }
        window.drop(window.size());
    }

    private void reset() {
        depth = 0;
        inText = false;
        escaped = false;
    }

    /// A number or word at the top ends where something else begins.
    private boolean endsBefore(int i) {
        if (depth > 0 || inText || i == 0) {
            return false;
        }
        char c = window.at(i);
        return c == ',' || c == ']' || c == '}' || c == '{' || c == '[' || c == '"' || Character.isWhitespace(c);
    }

    private boolean endsAt(char c) {
        if (inText) {
            return endsText(c) && depth == 0;
        }
        switch (c) {
            case '"' -> inText = true;
            case '{', '[' -> depth++;
            case '}', ']' -> {
                depth = Math.max(depth - 1, 0);
                return depth == 0;
            }
            default -> {}
        }
        return false;
    }

    private boolean endsText(char c) {
        if (escaped) {
            escaped = false;
            inText = c != '\n';
        } else if (c == '\\') {
            escaped = true;
        } else {
            inText = c != '"' && c != '\n';
        }
        return !inText;
    }
}
