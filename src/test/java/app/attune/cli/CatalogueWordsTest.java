package app.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.decider.BundleFormat;
import app.attune.recommend.Algorithm;
import app.attune.recommend.Setting;
import app.attune.rules.ModelWords;
import java.util.Arrays;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every recommender has its words wherever it is spoken of, and a place in a bundle.
final class CatalogueWordsTest {
    private final ResourceBundle words = ResourceBundle.getBundle("i18n.recommend");

    @ParameterizedTest
    @EnumSource
    void theFormHasWords(Algorithm algorithm) {
        assertFalse(words.getString("form.algorithm." + algorithm.name()).isBlank());
        assertFalse(
                words.getString("form.algorithm." + algorithm.name() + ".about").isBlank());
        for (Setting setting : algorithm.settings()) {
            assertFalse(words.getString("setting." + setting.name()).isBlank());
            assertFalse(words.getString("setting." + setting.name() + ".hint").isBlank());
            if (setting instanceof Setting.Choice choice) {
                choice.words()
                        .forEach(word -> assertFalse(words.getString("setting." + setting.name() + "." + word)
                                .isBlank()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void rulesAndBundlesKnowIt(Algorithm algorithm) {
        assertEquals(algorithm.title(), ModelWords.name(algorithm.kind()));
        assertEquals(algorithm.isServed(), BundleFormat.MODELS.containsKey(algorithm.kind()));
    }

    @Test
    void theHelpOfTrainListsEveryKindWithItsUsualOptions() {
        String help = Terminal.text("train", "--help");
        for (Algorithm algorithm : Algorithm.values()) {
            String own = "  " + algorithm.kind() + " ";
            String listed = Arrays.stream(help.split("\n"))
                    .dropWhile(line -> !line.startsWith(own))
                    .takeWhile(line -> line.startsWith(own) || line.startsWith("   "))
                    .collect(Collectors.joining(" "));
            for (Setting setting : algorithm.settings()) {
                String usual = setting.usual().replaceAll("\\.0$", "").toLowerCase(java.util.Locale.ROOT);
                assertTrue(listed.contains(setting.name() + "=" + usual.replace('_', '-')), listed + setting);
            }
        }
    }
}
