package app.attune.events;

/// Keeps spreadsheets from reading texts as formulas.
final class Formulas {
    private static final String STARTS = "=+-@\t\r";

    private Formulas() {}

    /// Whether a spreadsheet would run it.
    static boolean isOne(String text) {
        return !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0;
    }

    /// Whether a spreadsheet would run it, now or once apostrophes before it are taken away.
    ///
    /// So [#hidden] makes different texts of different ones, and [#shown] gives each of them back.
    private static boolean isOneBehindApostrophes(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == '\'') {
            at++;
        }
        return isOne(text.substring(at));
    }

    /// The text behind an apostrophe if it could be a formula; to be read again by [#shown].
    static String hidden(String text) {
        return isOneBehindApostrophes(text) ? "'" + text : text;
    }

    /// The text without the apostrophe that [#hidden] put before it.
    static String shown(String text) {
        return text.startsWith("'") && isOneBehindApostrophes(text) ? text.substring(1) : text;
    }

    /// The text, with an apostrophe before it if it could be a formula.
    static String guarded(String text) {
        return isOne(text) ? "'" + text : text;
    }
}
