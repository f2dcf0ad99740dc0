package app.attune.events;

/// Keeps spreadsheets from reading texts as formulas.
final class Formulas {
    private static final String STARTS = "=+-@\t\r";

    private Formulas() {}

    /// Whether a spreadsheet would run it.
    static boolean isOne(String text) {
        return !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0;
    }

    /// The text, with an apostrophe before it if it could be a formula.
    static String guarded(String text) {
        return isOne(text) ? "'" + text : text;
    }
}
