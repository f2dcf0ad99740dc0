package app.attune.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.decider.BundleVerifier;
import app.attune.rules.Rule;
import app.attune.ui.Destination;
import app.attune.ui.FxTest;
import app.attune.ui.Look;
import app.attune.ui.ScreenWalk;
import app.attune.ui.StyleErrors;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An analyst's first hour with the real application on a real display, from the first launch to a verified bundle.
@Tag("display")
final class JourneyTest extends FxTest {
    /// Starts at the same moment each time and runs on.
    private final Clock clock = Clock.offset(
            Clock.systemUTC(), Duration.between(Clock.systemUTC().instant(), Instant.parse("2026-11-02T09:00:00Z")));

    private static final String NUMBER = ".*\\d.*";

    @TempDir
    private Path home = Path.of(".");

    @Test
    void anAnalystGetsFromTheFirstLaunchToABundleAndFindsItAllAgain() {
        try (StyleErrors errors = new StyleErrors()) {
            try (Analyst analyst = new Analyst("journey", home, clock)) {
                arrive(analyst);
                palette(analyst);
                ImportSteps imports = new ImportSteps(analyst, home);
                imports.messyFile();
                new DataSteps(analyst).look();
                new SegmentSteps(analyst).fromATemplate().byHand().show();
                ExportSteps exports = new ExportSteps(analyst, home).first();
                new RuleSteps(analyst).contend().reorder().rollBack().drag();
                models(analyst);
                preview(analyst);
                exports.closed().compared().waived();
                looks(analyst);
            }
            try (Analyst analyst = new Analyst("journey", home, clock)) {
                comeBack(analyst);
            }
            assertEquals(List.of(), errors.records());
        }
    }

    @Test
    void theMouseIsNeverNeeded() {
        try (Analyst analyst = new Analyst("journey-keyboard", home, clock)) {
            arrive(analyst);
            new SegmentKeys(analyst).describe();
            new RuleKeys(analyst).contend().settle().takeBack();
            analyst.step("20-train", () -> {
                analyst.command("go to models");
                analyst.command("train a model");
                analyst.chord(KeyCode.SHORTCUT, KeyCode.ENTER);
                analyst.settle();
                assertEquals(3, analyst.services().models().list().size());
            });
            analyst.step("21-preview", () -> {
                analyst.command("find a user");
                analyst.write("u00001");
                analyst.type(KeyCode.ENTER);
                analyst.settle();
                assertTrue(analyst.sees("#facts"));
            });
            exportByKeys(analyst);
        }
    }

    /// Past two gates that are closed: one rule never wins, and a review was asked for.
    private void exportByKeys(Analyst analyst) {
        analyst.step("26-export", () -> {
            analyst.dialogs.path = Optional.of(home.resolve("bundles"));
            analyst.command("go to export");
            for (String gate : List.of("conflicts", "review")) {
                analyst.dialogs.text = Optional.of("Agreed in the meeting of 2 November");
                analyst.tabTo("#gate-waive-" + gate);
                analyst.type(KeyCode.SPACE);
                analyst.until("the gate is open", () -> analyst.sees("#gate-withdraw-" + gate));
            }
            analyst.command("export bundle");
            verify(Path.of(analyst.text("#resultFolder")));
        });
    }

    private static void arrive(Analyst analyst) {
        analyst.step("01-launch", () -> {
            assertEquals("openSample", analyst.focus().getId());
            for (String tile : List.of("#openSample", "#importFile", "#openWorkspace")) {
                assertTrue(analyst.sees(tile), tile);
            }
        });
        analyst.step("02-sample", () -> {
            analyst.type(KeyCode.ENTER);
            analyst.settle();
            for (int chart = 0; chart < 3; chart++) {
                String finding = analyst.text("#home-chart-" + chart);
                assertTrue(finding.matches(NUMBER), finding);
            }
            String data = analyst.text("#status-data");
            assertTrue(data.matches("[\\d,.]+( [kM])? events, 15,000 users, to 31 Oct 2026"), data);
        });
    }

    private static void palette(Analyst analyst) {
        analyst.step("03-palette", () -> {
            analyst.chord(KeyCode.SHORTCUT, KeyCode.K);
            analyst.until("the palette opens", () -> analyst.sees("#palette"));
            analyst.write("go to rul");
            ScreenWalk.rest(analyst.scene());
            analyst.picture("03-palette-open");
            analyst.type(KeyCode.ENTER);
            analyst.until("the rules are open", () -> analyst.sees("#rules"));
            assertFalse(analyst.sees("#palette"));
        });
    }

    private static List<String> names(Analyst analyst) {
        return analyst.services().rules().rules().stream().map(Rule::name).toList();
    }

    private static void models(Analyst analyst) {
        analyst.step("20-models", () -> {
            analyst.visit(Destination.MODELS);
            assertTrue(board(analyst).getItems().size() >= 2);
        });
        analyst.step("20a-training-form", () -> analyst.click("#trainButton"));
        analyst.step("20b-trained", () -> {
            if (analyst.sees("#trainButton")) {
                analyst.click("#trainButton");
            }
            analyst.click("#startButton");
            analyst.settle();
            assertEquals(3, analyst.services().models().list().size());
        });
    }

    private static TableView<?> board(Analyst analyst) {
        return analyst.node("#board", TableView.class);
    }

    private static void preview(Analyst analyst) {
        analyst.step("21-preview", () -> {
            analyst.visit(Destination.PREVIEW);
            analyst.click("#search");
            analyst.write("u00001");
            analyst.type(KeyCode.ENTER);
            analyst.settle();
            assertTrue(analyst.sees("#segment-lapsed"));
        });
        analyst.step("21a-preview-random", () -> {
            analyst.choose("#among", "Frequent buyers");
            analyst.click("#randomButton");
            analyst.settle();
            assertTrue(analyst.text("#segment-frequent-buyers").startsWith("In: "));
            analyst.click("#segment-vip");
        });
    }

    private static void verify(Path bundle) {
        var verification = BundleVerifier.verify(bundle);
        assertTrue(verification.isSound(), () -> verification.findings() + " " + verification.differences());
    }

    /// Where room is scarcest: dark, text half as large again, the smallest window. EveryScreenTest looks at every
    /// page.
    private static void looks(Analyst analyst) {
        List<String> findings = new ArrayList<>();
        analyst.step("28-looks", () -> {
            for (String room : analyst.rooms()) {
                analyst.open(Destination.of(room));
                findings.addAll(ScreenWalk.findings(
                        analyst.scene(), Look.SMALL_LARGER_TEXT, Path.of("journey", "28-" + room + ".png")));
            }
        });
        assertEquals("", String.join("\n", findings.stream().distinct().toList()));
    }

    private static void comeBack(Analyst analyst) {
        analyst.step("29-again", () -> assertTrue(analyst.sees("#recentList")));
        analyst.step("29a-reopened", () -> {
            analyst.click("Outdoor shop (sample)");
            analyst.settle();
            assertTrue(names(analyst).contains("Accessories for frequent buyers"));
            assertEquals(3, analyst.services().models().list().size());
        });
    }
}
