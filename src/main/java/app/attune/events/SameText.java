package app.attune.events;

import app.attune.core.Problem;
import java.util.List;
import java.util.stream.Collectors;

/// What was read before and became other events now: a file that is imported again with another mapping.
final class SameText {
    private SameText() {}

    /// To be asked once the rows are stored and before they are visible. Rows that were recognised are not there twice,
    /// so nothing is said then. In a file of more than one chunk only chunks that end with the same row are found.
    ///
    /// @param alreadyPresent how many rows of the import were
    static List<Problem> findings(ImportWriter writer, EventStore store, long alreadyPresent) {
        List<Long> before = alreadyPresent > 0 ? List.of() : writer.importsOfSameText();
        if (before.isEmpty()) {
            return List.of();
        }
        String imports = store.imports().reversed().stream()
                .filter(done -> before.contains(done.importId()))
                .map(done -> done.importId() + " (" + done.sourceName() + ")")
                .collect(Collectors.joining(", "));
        return List.of(new Problem(
                "import.same-text",
                "The same rows were imported before, with another mapping, as import " + imports
                        + ": what they tell is there twice now, in two ways.",
                "If this import was to correct that one, restore a backup from before it and import the file once;"
                        + " attune backup lists them."));
    }
}
