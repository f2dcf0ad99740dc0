package app.attune.workbench;

import static app.attune.ui.FxTest.onFx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.rules.ItemSelector;
import app.attune.rules.Rule;
import app.attune.rules.RuleSet;
import app.attune.rules.Treatment;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;

/// The analyst writes rules that contend, settles them and takes it back without the mouse.
record RuleKeys(Analyst analyst) {
    private static final String FIRST = "By keyboard";
    private static final String SECOND = "Twice by keyboard";

    RuleKeys contend() {
        analyst.step("17-rule", () -> add(FIRST, "1.5"));
        analyst.step("17a-second-rule", () -> {
            add(SECOND, "2");
            analyst.until("the rule says who wins", () -> said("#conflicts", "Loses to \u201c" + FIRST + "\u201d"));
        });
        return this;
    }

    private void add(String name, String factor) {
        analyst.command("add rule");
        analyst.write(name);
        analyst.until("the rule has its name", () -> names().contains(name));
        analyst.settle();
        analyst.chooseByKeys("#segment", "Frequent buyers");
        analyst.chooseByKeys("#selectorKind", "items whose top_category");
        analyst.tabTo("#selectorAdd");
        for (String category : List.of("Navigation", "Tents")) {
            analyst.write(category);
            analyst.type(KeyCode.ENTER);
        }
        analyst.fillByKeys("#factor", factor);
        analyst.chooseByKeys("#status", "Active");
        Treatment wanted = new Treatment.Boost(
                new ItemSelector.WithAttribute("top_category", List.of("Navigation", "Tents")),
                Double.parseDouble(factor));
        analyst.until(
                "the rule is saved and active",
                () -> rules().stream()
                        .anyMatch(rule -> rule.name().equals(name)
                                && rule.isActive()
                                && rule.treatment().equals(wanted)));
        analyst.settle();
    }

    RuleKeys settle() {
        analyst.step("18-matrix", () -> {
            analyst.chord(KeyCode.SHORTCUT, KeyCode.M);
            analyst.settle();
            analyst.until("the matrix says so", () -> said("#allFindings", shadowed(SECOND)));
            analyst.tabTo("#grid");
            analyst.type(KeyCode.END, KeyCode.DOWN);
            assertTrue(analyst.sees("#pairSentence"));
        });
        analyst.step("18a-rule-opened-and-moved", () -> {
            int last = names().size() - 1;
            for (int i = 0; i < last; i++) {
                analyst.type(KeyCode.DOWN);
            }
            analyst.type(KeyCode.ENTER);
            analyst.until(
                    "the rule of the row is open", () -> analyst.text("#name").equals(SECOND));
            analyst.tabTo("#list");
            analyst.chord(KeyCode.ALT, KeyCode.UP);
            analyst.until("the order is saved", () -> names().indexOf(SECOND) == last - 1);
            analyst.settle();
            analyst.chord(KeyCode.SHORTCUT, KeyCode.M);
            analyst.until("the other can never win", () -> said("#allFindings", shadowed(FIRST)));
            analyst.chord(KeyCode.SHORTCUT, KeyCode.M);
        });
        return this;
    }

    private static String shadowed(String rule) {
        return "Shadowed (proved): \u201c" + rule + "\u201d can never win";
    }

    void takeBack() {
        analyst.step("19-rolled-back", () -> {
            int moved = versions().getFirst().version();
            analyst.chord(KeyCode.SHORTCUT, KeyCode.H);
            analyst.settle();
            analyst.tabTo("#versions");
            analyst.type(KeyCode.DOWN);
            analyst.until(
                    "it can be rolled back",
                    () -> !analyst.node("#rollBack", Button.class).isDisabled());
            analyst.tabTo("#rollBack");
            analyst.type(KeyCode.SPACE);
            analyst.until(
                    "the old rules are the newest", () -> versions().getFirst().version() == moved + 1);
            assertEquals(versions().get(2).program(), versions().getFirst().program());
        });
        analyst.step("19a-review-asked", () -> {
            ListView<?> list = analyst.node("#versions", ListView.class);
            analyst.tabTo("#versions");
            analyst.type(KeyCode.HOME);
            analyst.until("the newest is chosen", () -> list.getSelectionModel().getSelectedIndex() == 0);
            analyst.settle();
            analyst.tabTo("#askReview");
            analyst.type(KeyCode.SPACE);
            analyst.settle();
            analyst.tabTo("#backToRules");
            analyst.type(KeyCode.SPACE);
            analyst.until("the rules are there again", () -> analyst.sees("#list"));
        });
    }

    private boolean said(String query, String words) {
        return onFx(() -> analyst.robot.lookup(query + " .label").queryAllAs(Label.class).stream()
                .map(Labeled::getText)
                .anyMatch(text -> text.startsWith(words)));
    }

    private List<RuleSet> versions() {
        return analyst.services().rules().versions();
    }

    private List<Rule> rules() {
        return analyst.services().rules().rules();
    }

    private List<String> names() {
        return rules().stream().map(Rule::name).toList();
    }
}
