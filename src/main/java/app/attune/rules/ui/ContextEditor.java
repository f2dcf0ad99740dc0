package app.attune.rules.ui;

import app.attune.rules.ContextCondition;
import app.attune.rules.ItemSelector;
import app.attune.rules.RuleBasis;
import app.attune.rules.RuleId;
import app.attune.ui.Texts;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Edits for which requests a rule is: where, on what, and with which basket.
final class ContextEditor extends VBox {
    private static final double GAP = 6;

    private final Texts texts = Texts.of("rules");
    private final TextField placements = field("contextPlacements", "rules.context.placements", "home, cart");
    private final TextField devices = field("contextDevices", "rules.context.devices", "phone, desktop");
    private final TextField total = field("contextTotal", "rules.context.total", "50");
    private final CheckBox basket = new CheckBox(texts.get("rules.context.basket"));
    private final VBox items = new VBox();
    private final Label problem = new Label(texts.get("rules.context.total.bad"));
    private Consumer<ContextCondition> edited = condition -> {};
    private Optional<RuleId> rule = Optional.empty();
    private ContextCondition current = ContextCondition.any();
    private RuleBasis basis = RuleBasis.empty();
    private boolean showing;

    ContextEditor() {
        setSpacing(GAP);
        basket.setId("contextBasket");
        basket.setWrapText(true);
        basket.selectedProperty().addListener((observed, before, now) -> chooseBasket(now));
        placements.textProperty().addListener(observed -> set(current.withPlacements(words(placements))));
        devices.textProperty().addListener(observed -> set(current.withDevices(words(devices))));
        total.textProperty().addListener(observed -> totalTyped());
        problem.getStyleClass().add("field-problem");
        problem.setWrapText(true);
        mark(false);
        labelled("rules.context.placements", placements);
        labelled("rules.context.devices", devices);
        getChildren().addAll(basket, items);
        labelled("rules.context.total", total);
        getChildren().add(problem);
    }

    private TextField field(String id, String key, String prompt) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(texts.get(key));
        return field;
    }

    private void labelled(String key, Node node) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().add("form-label");
        label.setWrapText(true);
        label.setLabelFor(node);
        getChildren().addAll(label, node);
    }

    void onEdited(Consumer<ContextCondition> handler) {
        edited = handler;
    }

    /// What is typed and not taken stays while the same rule is shown as it is.
    void show(RuleId of, ContextCondition condition, RuleBasis against) {
        boolean another = !Optional.of(of).equals(rule);
        if (!another && condition.equals(current) && against.equals(basis)) {
            return;
        }
        rule = Optional.of(of);
        current = condition;
        basis = against;
        showing = true;
        showWords(placements, condition.placements());
        showWords(devices, condition.devices());
        if (another || !number().equals(condition.total())) {
            total.setText(
                    condition.total().isPresent() ? plain(condition.total().getAsDouble()) : "");
        }
        mark(false);
        basket.setSelected(condition.contains().isPresent());
        showItems();
        showing = false;
    }

    private static void showWords(TextField field, List<String> wanted) {
        if (!words(field).equals(wanted)) {
            field.setText(String.join(", ", wanted));
        }
    }

    private void showItems() {
        items.getChildren()
                .setAll(current.contains().stream()
                        .map(selector -> new SelectorEditor(
                                selector, basis, changed -> set(current.withContains(Optional.of(changed)))))
                        .toList());
    }

    private void chooseBasket(boolean wanted) {
        if (!showing) {
            set(current.withContains(wanted ? Optional.of(new ItemSelector.Items(List.of())) : Optional.empty()));
            showItems();
        }
    }

    private void totalTyped() {
        OptionalDouble typed = number();
        boolean wrong = typed.isEmpty() && !total.getText().isBlank();
        mark(wrong);
        if (!wrong) {
            set(current.withTotal(typed));
        }
    }

    private OptionalDouble number() {
        try {
            double value = Double.parseDouble(total.getText().strip());
            return Double.isFinite(value) && value >= 0 ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static List<String> words(TextField field) {
        return Arrays.stream(field.getText().split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private void set(ContextCondition condition) {
        if (!showing && !condition.equals(current)) {
            current = condition;
            edited.accept(condition);
        }
    }

    private void mark(boolean wrong) {
        problem.setVisible(wrong);
        problem.setManaged(wrong);
    }
}
