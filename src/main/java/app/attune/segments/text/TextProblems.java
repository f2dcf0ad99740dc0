package app.attune.segments.text;

import app.attune.core.ProblemException;

/// What is said of a text that cannot be read: where, what was found and what to do.
final class TextProblems {
    /// Of every problem of a text.
    static final String CODE = "segments.unreadable-text";

    private static final int SHOWN = 60;
    private static final String FORMS = " attune segment WORKSPACE grammar lists all forms.";

    private TextProblems() {}

    static ProblemException at(int line, int column, String why, String remedy) {
        return ProblemException.of(
                CODE,
                "The condition cannot be read at " + new TextPlace(line, column).words() + ": " + why + ".",
                remedy + FORMS);
    }

    static ProblemException at(TextToken token, String why, String remedy) {
        return at(token.line(), token.column(), why, remedy);
    }

    /// As it stands in the text, cut where it is long.
    static String found(TextToken token) {
        String text =
                token.text().length() <= SHOWN ? token.text() : token.text().substring(0, SHOWN) + "…";
        return token.kind() == TextToken.Kind.QUOTED ? "the text \"" + text + "\"" : "\"" + text + "\"";
    }
}
