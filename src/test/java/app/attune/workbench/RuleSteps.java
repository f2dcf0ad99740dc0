package app.attune.workbench;

import static app.attune.ui.FxTest.onFx;
import static app.attune.ui.FxTest.runOnFx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.decide.Consent;
import app.attune.profiles.Population;
import app.attune.rules.Rule;
import app.attune.rules.RuleSet;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentService;
import app.attune.ui.Destination;
import app.attune.ui.Numbers;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;

/// The analyst writes two rules that contend, sees who wins, changes the order, and takes the change back.
record RuleSteps(Analyst analyst) {
    private static final String FIRST = "Accessories for frequent buyers";
    private static final String SECOND = "Double accessories in November";

    RuleSteps contend() {
        analyst.step("17-rules", () -> {
            analyst.visit(Destination.RULES);
            assertTrue(analyst.sees("#list"));
        });
        analyst.step("17a-rule-added", () -> {
            add(FIRST, "1.5");
            assertSaid("#conflicts", "None: nobody who matches this rule is decided by another one instead.");
        });
        analyst.step("17b-second-rule-loses", () -> {
            add(SECOND, "2");
            assertConflict("Loses to", FIRST, "this rule");
        });
        analyst.step("17c-first-rule-wins", () -> {
            select(FIRST);
            assertConflict("Wins over", SECOND, "that rule");
        });
        return this;
    }

    private void add(String name, String factor) {
        analyst.click("#addButton");
        analyst.rewrite(name);
        analyst.until("the rule has its name", () -> names().contains(name));
        analyst.settle();
        analyst.choose("#segment", "Frequent buyers");
        analyst.choose("#selectorKind", "items whose top_category");
        pickCategory("Navigation");
        analyst.fill("#factor", factor);
        analyst.choose("#status", "Active");
        analyst.until(
                "the rule is saved and active",
                () -> saved().stream().anyMatch(rule -> rule.name().equals(name) && rule.isActive()));
        analyst.settle();
        ScrollPane editor = analyst.node("#editorScroll", ScrollPane.class);
        runOnFx(() -> editor.setVvalue(0));
    }

    private void pickCategory(String category) {
        analyst.reveal("#selectorAdd");
        analyst.click("#selectorAdd");
        analyst.write(category);
        analyst.type(KeyCode.ENTER);
    }

    private void assertConflict(String verdict, String other, String loser) {
        assertSaid(
                "#conflicts",
                verdict + " \u201c" + other + "\u201d for " + contended() + " users who match both; " + loser
                        + " does nothing for them. The earlier of the two wins.");
    }

    private void select(String name) {
        ListView<?> list = analyst.node("#list", ListView.class);
        int place = names().indexOf(name);
        runOnFx(() -> list.scrollTo(place));
        analyst.settle();
        analyst.click(onFx(() -> analyst.robot
                .lookup("#list .strong")
                .match((Label label) -> label.getText().equals(name))
                .query()));
        analyst.settle();
    }

    /// Frequent buyers who have agreed, counted without the rules.
    private String contended() {
        SegmentService segments = analyst.services().segments();
        Population population = segments.population(Progress.none());
        SegmentDefinition definition = segments.list().stream()
                .filter(one -> one.name().equals("Frequent buyers"))
                .min(Comparator.comparing(SegmentDefinition::savedAt))
                .orElseThrow();
        Instant asOf = segments.asOf(Progress.none());
        return Numbers.count(segments.audience(definition.condition(), asOf, Progress.none()).members().stream()
                .filter(userIdx -> agreed(population, userIdx, asOf))
                .count());
    }

    private static boolean agreed(Population population, int userIdx, Instant asOf) {
        return population.consents().allows(Consent.of(population, userIdx, asOf));
    }

    private void assertSaid(String query, String sentence) {
        analyst.until(query + " says " + sentence, () -> said(query).contains(sentence));
    }

    private Set<String> said(String query) {
        return onFx(() -> analyst.robot.lookup(query + " .label").queryAllAs(Label.class).stream()
                .map(Labeled::getText)
                .collect(Collectors.toSet()));
    }

    private List<Rule> saved() {
        return analyst.services().rules().rules();
    }

    List<String> names() {
        return saved().stream().map(Rule::name).toList();
    }

    private List<Integer> versions() {
        return analyst.services().rules().versions().stream()
                .map(RuleSet::version)
                .toList();
    }

    RuleSteps reorder() {
        analyst.step("18-matrix-before", () -> {
            analyst.click("#matrixButton");
            analyst.settle();
            assertShadowed(SECOND, FIRST);
        });
        analyst.step("18a-rule-moved-by-keys", () -> {
            analyst.click("#matrixButton");
            List<String> before = names();
            select(SECOND);
            analyst.chord(KeyCode.ALT, KeyCode.UP);
            analyst.until("the order is saved", () -> !names().equals(before));
            assertEquals(names().indexOf(FIRST) - 1, names().indexOf(SECOND));
            analyst.settle();
            assertConflict("Wins over", FIRST, "that rule");
        });
        analyst.step("18b-matrix-after", () -> {
            analyst.click("#matrixButton");
            analyst.settle();
            assertShadowed(FIRST, SECOND);
        });
        analyst.click("#matrixButton");
        return this;
    }

    private void assertShadowed(String loser, String winner) {
        String sentence =
                "Shadowed (proved): \u201c" + loser + "\u201d can never win with the items there are now: \u201c"
                        + winner + "\u201d always takes its users or items first.";
        assertSaid("#allFindings", sentence);
        assertTrue(said("#allFindings").stream()
                .noneMatch(other -> other.contains("\u201c" + winner + "\u201d can never")));
    }

    /// The move alone is what the newest version changes; rolling back gives a third, equal to the one before.
    RuleSteps rollBack() {
        int moved = versions().getFirst();
        analyst.step("19-version-compared", () -> {
            analyst.click("#versionsButton");
            analyst.settle();
            analyst.choose("#compareWith", "Version " + (moved - 1));
            assertSaid("#differences", "Moved \u201c" + FIRST + "\u201d to place 10.");
            assertEquals(1, said("#differences").size());
        });
        analyst.step("19a-rolled-back", () -> {
            selectVersion(1);
            analyst.until(
                    "it can be rolled back",
                    () -> !analyst.node("#rollBack", Button.class).isDisabled());
            analyst.click("#rollBack");
            analyst.until("the old rules are the newest", () -> versions().getFirst() == moved + 1);
            List<RuleSet> all = analyst.services().rules().versions();
            assertEquals(all.get(2).program(), all.get(0).program());
            assertEquals(all.get(2).version() + 2, all.get(0).version());
        });
        analyst.step("19b-review-asked", () -> {
            selectVersion(0);
            analyst.reveal("#askReview");
            analyst.click("#askReview");
            analyst.settle();
        });
        analyst.click("#backToRules");
        return this;
    }

    /// @param place 0 is the newest
    private void selectVersion(int place) {
        ListView<?> list = analyst.node("#versions", ListView.class);
        runOnFx(() -> list.getSelectionModel().select(place));
    }

    /// In two steps, as the list is longer than its window.
    RuleSteps drag() {
        analyst.step("19c-rule-dragged", () -> {
            dragAbove("Item neighbours for frequent buyers");
            dragAbove("Thank VIPs");
        });
        return this;
    }

    /// With both in the window: from the top, or from the other one on.
    private void dragAbove(String other) {
        ListView<?> list = analyst.node("#list", ListView.class);
        int place = names().indexOf(other);
        runOnFx(() -> list.scrollTo(place < 5 ? 0 : place));
        analyst.settle();
        analyst.dragAbove(FIRST, other);
        analyst.until("the rule is above " + other, () -> names().indexOf(FIRST) == names().indexOf(other) - 1);
    }
}
