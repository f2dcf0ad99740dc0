package app.attune.cli;

import app.attune.core.Progress;
import app.attune.decide.DecidedItem;
import app.attune.decide.DeletionJson;
import app.attune.decide.DeletionTest;
import app.attune.decide.DeletionWords;
import app.attune.decide.Preview;
import app.attune.decide.PreviewService;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import picocli.CommandLine.Option;

/// Whether the reasons of a list are put to the test.
final class DeletionOptions {
    @Option(
            names = "--deletion-test",
            description = "Tests the reasons: takes what is cited for an item out of the user's history, asks the"
                    + " model again, and says where the item is then.")
    private boolean tests;

    /// Adds what was found where it is asked for.
    void add(PreviewService previews, Preview preview, Progress progress, List<String> lines, ObjectNode json) {
        if (!tests) {
            return;
        }
        List<DeletionTest> found = previews.deletionTests(preview, progress);
        DeletionWords words = new DeletionWords(preview::itemName);
        lines.add(found.isEmpty() ? "Deletion tests: nothing is cited for any item" : "Deletion tests");
        for (DeletionTest test : found) {
            lines.add("  " + place(preview, test));
            words.of(test).forEach(said -> lines.add("      " + said));
        }
        json.set("deletionTests", DeletionJson.write(found));
    }

    private static String place(Preview preview, DeletionTest test) {
        DecidedItem item = preview.decision().items().get(test.place() - 1);
        return item.place() + ". " + preview.itemName(item.item());
    }
}
