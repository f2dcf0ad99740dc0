package app.attune.segments.text;

import java.util.Locale;

/// A word, a text in quotation marks, a comma, a bracket or a remark of the text form.
///
/// @param text   without quotation marks; of a remark what follows its sign
/// @param line   from 1
/// @param column from 1
record TextToken(String text, Kind kind, int line, int column) {
    /// What it is.
    enum Kind {
        WORD,
        QUOTED,
        MARK,
        REMARK
    }

    /// Whether it is this word of the language, in whatever case.
    boolean is(String word) {
        return (kind == Kind.WORD || kind == Kind.MARK)
                && text.toLowerCase(Locale.ROOT).equals(word);
    }
}
