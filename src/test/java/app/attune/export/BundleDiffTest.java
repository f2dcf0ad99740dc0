package app.attune.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.decider.BundleComparison;
import app.attune.decider.BundleFolder;
import app.attune.export.diff.BundleDiff;
import app.attune.export.diff.BundleSide;
import app.attune.prove.BundleCheck;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BundleDiffTest {
    private static final WrittenBundle BUNDLE = WrittenBundle.fresh();

    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    private Path folder;

    private static BundleDiff diff(WrittenBundle changed) {
        return BundleDiff.between(new BundleSide(BUNDLE.files()), new BundleSide(changed.files()));
    }

    private static WrittenBundle replaced(String file, String from, String to) {
        String text = BUNDLE.files().getOrDefault(file, "");
        assertTrue(text.contains(from), file + " has no " + from);
        return BUNDLE.with(file, text.replaceFirst(Pattern.quote(from), to));
    }

    @Test
    void aBundleIsTheSameAsItself() {
        assertTrue(diff(BUNDLE).isEmpty());
    }

    @Test
    void rulesAreComparedInTheirOwnSentences() {
        List<String> rules =
                diff(replaced("rules.json", "\"active\"", "\"paused\"")).rules();
        assertEquals(1, rules.size(), rules.toString());
        assertTrue(rules.getFirst().startsWith("Paused "), rules.toString());
    }

    @Test
    void whatHoldsForAllRulesIsComparedToo() {
        List<String> rules = diff(replaced("rules.json", "\"listLength\" : 10", "\"listLength\" : 12"))
                .rules();
        assertEquals(List.of("Changed listLength from 10 to 12."), rules);
    }

    @Test
    void rulesOfAFormatNotKnownHereAreComparedFieldByField() {
        List<String> rules = diff(replaced("rules.json", "\"status\" : \"active\"", "\"status\" : \"asleep\""))
                .rules();
        assertEquals(1, rules.size(), rules.toString());
        assertTrue(rules.getFirst().startsWith("Changed status of "), rules.toString());
        assertTrue(rules.getFirst().endsWith(" from active to asleep."), rules.toString());
    }

    @Test
    void segmentsAndModelsAreComparedByWhatTheyMean() {
        BundleDiff segments = diff(BUNDLE.with(
                "segments.json",
                BUNDLE.files().getOrDefault("segments.json", "").replace("60.5", "61.5")));
        assertTrue(segments.segments().getFirst().startsWith("Changed \u201cSegment spenders\u201d from "));
        assertEquals(List.of(), segments.models());
        BundleDiff models = diff(replaced("recommendations/popular.json", "\"score\":", "\"score\":1"));
        assertEquals(1, models.models().size());
        assertTrue(models.models().getFirst().startsWith("Changed popularity, trained on "), models.toString());
        assertTrue(diff(replaced("recommendations/popular.json", "\"format\":", "\"format\":1"))
                .isEmpty());
    }

    @Test
    void namesCannotBreakOutOfALine() {
        BundleDiff diff = diff(replaced("segments.json", "\"name\" : \"Segment ", "\"name\" : \"\\\\u001b[31m\\\\n"));
        assertFalse(diff.isEmpty());
        diff.segments().forEach(line -> assertFalse(line.matches("(?s).*\\p{Cntrl}.*"), line));
    }

    @Test
    void goldenProfilesOfBothAreDecidedByBoth() {
        BundleFolder before = BundleFolder.open(BUNDLE.write(folder.resolve("before")));
        BundleFolder same = BundleFolder.open(BUNDLE.write(folder.resolve("same")));
        BundleFolder after = BundleFolder.open(replaced("rules.json", "\"listLength\" : 10", "\"listLength\" : 3")
                .write(folder.resolve("after")));
        BundleComparison none = BundleComparison.ofGolden(before, same, BundleCheck.watch(Progress.none()));
        assertEquals(List.of(), none.changed());
        assertTrue(none.asked() > 400, none.toString());
        BundleComparison shorter = BundleComparison.ofGolden(before, after, BundleCheck.watch(Progress.none()));
        assertTrue(shorter.changed().size() > 400, shorter.toString());
        assertTrue(shorter.changed().contains("before/golden-0001"), shorter.toString());
    }

    @Test
    void profilesWithoutAFeatureTheOtherAsksForAreNotAsked() {
        String features = BUNDLE.files().getOrDefault("features.json", "");
        String more = features.replaceFirst("\"features\" : \\[ \\{", "\"features\" : [ {\"name\" : \"new_one\"}, {");
        assertFalse(more.equals(features));
        BundleFolder before = BundleFolder.open(BUNDLE.write(folder.resolve("before")));
        BundleFolder after =
                BundleFolder.open(BUNDLE.with("features.json", more).write(folder.resolve("after")));
        BundleComparison compared = BundleComparison.ofGolden(before, after, BundleCheck.watch(Progress.none()));
        assertEquals(List.of("new_one"), compared.missing());
        assertTrue(compared.asked() > 0);
        assertTrue(compared.changed().stream().allMatch(id -> id.startsWith("after/")));
    }
}
