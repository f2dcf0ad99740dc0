package app.attune.events;

import app.attune.core.Problem;
import java.util.Locale;

/// The finding that values of a kept column do not fit the type its mapping declares.
final class Misfit {
    private static final String CODE = "import.kept-as-text";

    private Misfit() {}

    static Problem of(String name, long count) {
        return new Problem(
                CODE,
                String.format(
                        Locale.ROOT,
                        "%,d values %s do not fit its type, so the whole column is understood as text.",
                        count,
                        of(name)),
                "Nothing is lost. To compare it as numbers or dates, clean the column and import again.");
    }

    /// Whether the finding is of the column kept under this name.
    static boolean isOf(Problem finding, String name) {
        return finding.code().equals(CODE) && finding.message().contains(" " + of(name) + " do not fit ");
    }

    private static String of(String name) {
        return "of '" + name + "'";
    }
}
