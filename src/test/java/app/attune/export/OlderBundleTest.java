package app.attune.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.decider.Verification;
import app.attune.rules.Rule;
import app.attune.rules.RuleLimits;
import app.attune.rules.RuleProgram;
import app.attune.segments.SegmentDefinition;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OlderBundleTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    private Path folder;

    private static String ofFormat(int format, String text) {
        return text.replaceAll("(\"format\"\\s*:\\s*)5", "$1" + format);
    }

    /// As format 2 wrote it: without the causes that came with format 3.
    private static String older(String text) {
        return ofFormat(2, text)
                .replaceAll("\"user\":\"golden-[a-z0-9-]*\",\"at\":\"[^\"]*\",", "")
                .replaceAll(",\"cause\":\"(STATUS|SEGMENT)\"", "");
    }

    @Test
    void aBundleOfFormatTwoIsReadAndProved() {
        SortedMap<String, String> files = new TreeMap<>();
        List<Rule> plain = GeneratedShop.rules().stream()
                .filter(rule -> !GeneratedRules.isSeeded(rule))
                .map(rule -> rule.withLimits(RuleLimits.none()))
                .toList();
        WrittenBundle bundle = WrittenBundle.of(RuleProgram.of(plain));
        bundle.files().forEach((name, text) -> files.put(name, older(text)));
        Verification verification = new WrittenBundle(files).signedAgain(bundle).verify(folder.resolve("older"));
        assertTrue(verification.isSound(), verification.toString());
        assertTrue(verification.vectors() > 200);
    }

    @Test
    void aBundleOfFormatThreeIsReadAndProved() {
        WrittenBundle bundle = WrittenBundle.fresh();
        SortedMap<String, String> files = new TreeMap<>();
        bundle.files().forEach((name, text) -> files.put(name, ofFormat(3, text)));
        Verification verification = new WrittenBundle(files).signedAgain(bundle).verify(folder.resolve("older"));
        assertTrue(verification.isSound(), verification.toString());
    }

    @Test
    void aBundleOfFormatFourIsReadAndProved() {
        List<Rule> plain = GeneratedShop.rules().stream()
                .filter(rule -> !GeneratedRules.isSeeded(rule))
                .toList();
        List<SegmentDefinition> numbers = GeneratedShop.segments().stream()
                .filter(segment -> !segment.id().value().startsWith("le"))
                .toList();
        WrittenBundle bundle =
                WrittenBundle.of(GeneratedShop.desk(GeneratedShop.desk(11, 400, numbers), RuleProgram.of(plain)));
        SortedMap<String, String> files = new TreeMap<>();
        bundle.files().forEach((name, text) -> {
            assertFalse((name.equals("rules.json") && text.contains("seed")) || text.contains("item-with-most"), name);
            files.put(name, ofFormat(4, text));
        });
        Verification verification = new WrittenBundle(files).signedAgain(bundle).verify(folder.resolve("older"));
        assertTrue(verification.isSound(), verification.toString());
    }

    @Test
    void noExampleLeavesTheWorkspace() {
        Map<String, String> files = WrittenBundle.fresh().files();
        files.forEach((name, text) -> assertFalse(text.contains("someone@example"), name));
        assertEquals(2, files.getOrDefault("rules.json", "").split("\"owner\"", -1).length);
    }
}
