package app.attune.segments.text;

/// What is said of a text that cannot be read: where, what was found and what to do.
final class TextProblems {
    private static final int SHOWN = 60;

    private TextProblems() {}

    static UnreadableText at(int line, int column, String why, String remedy) {
        return new UnreadableText(new TextReading.Unreadable(new TextPlace(line, column), why, remedy));
    }

    static UnreadableText at(TextToken token, String why, String remedy) {
        return at(token.line(), token.column(), why, remedy);
    }

    /// As it stands in the text, cut where it is long.
    static String found(TextToken token) {
        String text =
                token.text().length() <= SHOWN ? token.text() : token.text().substring(0, SHOWN) + "…";
        return token.kind() == TextToken.Kind.QUOTED ? "the text \"" + text + "\"" : "\"" + text + "\"";
    }
}
