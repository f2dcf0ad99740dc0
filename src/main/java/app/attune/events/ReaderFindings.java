package app.attune.events;

import app.attune.core.Problem;
import app.attune.events.read.RowReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a reader has to say after its last row.
final class ReaderFindings {
    private ReaderFindings() {}

    static List<Problem> of(RowReader reader) {
        List<Problem> findings = new ArrayList<>();
        List<String> names = reader.unreadNames();
        if (!names.isEmpty()) {
            findings.add(new Problem(
                    "import.unread-names",
                    "Later rows have " + names.size() + " names that the first rows do not, such as '"
                            + names.getFirst() + "'. They were not imported.",
                    "If they matter, put a row that has them first and import again."));
        }
        if (reader.leftOut() > 0) {
            findings.add(new Problem(
                    "import.left-out",
                    String.format(
                            Locale.ROOT,
                            "%,d rows were left out because they are of another kind than this import reads.",
                            reader.leftOut()),
                    "Nothing to do if that is meant; else change which rows the format keeps."));
        }
        reader.oddValues().forEach((name, count) -> findings.add(odd(name, count)));
        return findings;
    }

    private static Problem odd(String name, long count) {
        return new Problem(
                "import.odd-values",
                String.format(
                        Locale.ROOT, "%,d values of '%s' have another form than expected and are empty.", count, name),
                "Look at these rows in the file, or take the values from another place.");
    }
}
