package app.attune.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ItemId;
import app.attune.core.Progress;
import app.attune.decide.DecidedItem;
import app.attune.decide.ProfileDesk;
import app.attune.decider.BundleVerifier;
import app.attune.export.flags.FlagPlan;
import app.attune.export.flags.FlagReader;
import app.attune.rules.ItemSelector;
import app.attune.rules.ListLimit;
import app.attune.rules.RulePolicy;
import app.attune.rules.RuleProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Limits of lists in bundles.
final class ListLimitBundleTest {
    private static final ListLimit TWO_OF_EACH = new ListLimit(new ListLimit.EachValue("category"), 2);
    private static final ListLimit ONE_OF_C1 =
            new ListLimit(new ListLimit.Selected(new ItemSelector.WithAttribute("category", List.of("c1"))), 1);

    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    private Path folder;

    private static ProfileDesk desk() {
        RulePolicy policy = RulePolicy.usual().withListLimits(List.of(TWO_OF_EACH, ONE_OF_C1));
        return GeneratedShop.desk(GeneratedShop.desk(17, 250), new RuleProgram(policy, List.of()));
    }

    @Test
    void noListHasMoreThanALimitAllows() {
        ProfileDesk desk = desk();
        for (int userIdx = 0; userIdx < 250; userIdx++) {
            List<ItemId> items =
                    desk.decide(userIdx).items().stream().map(DecidedItem::item).toList();
            assertTrue(TWO_OF_EACH.fullest(items, desk.catalogue()) <= 2, items::toString);
            assertTrue(ONE_OF_C1.fullest(items, desk.catalogue()) <= 1, items::toString);
        }
    }

    @Test
    void goldenDecisionsStandBelowAtAndAboveEveryLimitAndVerify() throws IOException {
        ExportedBundle bundle = new BundleWriter(GeneratedShop.CLOCK)
                .write(GeneratedShop.request(desk()), folder.resolve("bundle"), Progress.none());
        String golden = Files.readString(bundle.folder().resolve("golden.jsonl"));
        for (String side : List.of("below", "at", "above")) {
            assertTrue(golden.contains(side + " the limit of 1 item with category c1"), side);
        }
        assertTrue(golden.contains("above the limit of 2 items of each category"), golden);
        assertTrue(BundleVerifier.verify(bundle.folder()).isSound());
        assertTrue(Files.readString(bundle.folder().resolve("rulebook.md"))
                .contains("At most 2 items of each category in one list."));
    }

    @Test
    void flagsCannotLimitListsAndSaySo() throws IOException {
        ExportedBundle bundle = new BundleWriter(GeneratedShop.CLOCK)
                .write(GeneratedShop.request(desk()), folder.resolve("bundle"), Progress.none());
        FlagPlan plan = FlagReader.read(
                Files.readString(bundle.folder().resolve("segments.json")),
                Files.readString(bundle.folder().resolve("rules.json")));
        assertEquals(
                List.of("listLimits"),
                plan.unknown().stream().map(FlagPlan.Unknown::field).toList());
    }
}
