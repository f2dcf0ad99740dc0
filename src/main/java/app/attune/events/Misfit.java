package app.attune.events;

import app.attune.core.Counted;
import app.attune.core.Problem;
import app.attune.events.read.MarkEvidence;
import java.util.List;
import java.util.Locale;

/// The finding that values of a kept column do not fit the type its mapping declares.
final class Misfit {
    private static final String CODE = "import.kept-as-text";
    private static final String FIT = " not fit its type, ";

    private Misfit() {}

    /// Values that are kept all the same.
    ///
    /// @param code   one of them that is whole as words only, or empty
    /// @param remedy as [#remedy(FieldType, String)]
    static Problem of(String name, long count, String code, String remedy) {
        return new Problem(
                CODE,
                Counted.of(count, "value") + " " + of(name) + (count == 1 ? " does" : " do") + FIT
                        + "so the whole column is understood as text."
                        + (code.isEmpty() ? "" : " As a number " + CodeSentences.loss(code) + "."),
                remedy);
    }

    /// What to do about it.
    ///
    /// @param column of the file
    static String remedy(FieldType type, String column) {
        String again = "forget this import (attune imports), then import again";
        return type == FieldType.NUMBER
                ? "Nothing is lost. To have it as numbers and such cells missing, " + again + " with --numbers "
                        + (column.contains(" ") ? "\"" + column + "\"" : column)
                        + ", or with 'Numbers, else missing' for the column in the import wizard."
                : "Nothing is lost. To compare it as dates, clean the column, " + again + ".";
    }

    /// Values that are no numbers were taken as missing.
    ///
    /// @param first of them, each with its place
    /// @param texts the same without
    static Problem missing(String name, long count, List<String> first, List<String> texts) {
        String more = count > first.size() ? String.format(Locale.ROOT, " and %,d more", count - first.size()) : "";
        return new Problem(
                "import.not-numbers",
                Counted.of(count, "value") + " " + of(name)
                        + (count == 1 ? " is no number and is" : " are no numbers and are") + " taken as missing: "
                        + String.join(", ", first) + more + ".",
                mark(texts)
                        + "The rest of their rows is kept. If such values say something, have the column kept as words, or mend"
                        + " the file.");
    }

    /// What to do if they are numbers with the other decimal mark.
    private static String mark(List<String> texts) {
        MarkEvidence evidence = MarkEvidence.of(texts);
        boolean comma = evidence.commas() > 0 && evidence.points() == 0;
        boolean point = evidence.points() > 0 && evidence.commas() == 0;
        return comma || point
                ? "They seem to have a decimal " + (comma ? "comma" : "point")
                        + ": forget this import and read the file" + " with --decimal " + (comma ? "comma" : "point")
                        + ", or that Decimal mark in the step Format. "
                : "";
    }

    /// Whether the finding is of the column kept under this name.
    static boolean isOf(Problem finding, String name) {
        return finding.code().equals(CODE)
                && finding.message().contains(" " + of(name) + " ")
                && finding.message().contains(FIT);
    }

    private static String of(String name) {
        return "of '" + name + "'";
    }
}
