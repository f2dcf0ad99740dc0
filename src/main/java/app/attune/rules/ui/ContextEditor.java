package app.attune.rules.ui;

import app.attune.rules.ContextCondition;
import app.attune.rules.ItemSelector;
import app.attune.rules.RuleBasis;
import app.attune.rules.RuleId;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Edits for which requests a rule is: where, on what, and with which basket.
final class ContextEditor extends LimitEditor {
    private final TextField placements = field("contextPlacements", "rules.context.placements", "home, cart");
    private final TextField devices = field("contextDevices", "rules.context.devices", "phone, desktop");
    private final TextField total = field("contextTotal", "rules.context.total", "50");
    private final CheckBox basket = new CheckBox(texts.get("rules.context.basket"));
    private final VBox items = new VBox();
    private Consumer<ContextCondition> edited = condition -> {};
    private Optional<RuleId> rule = Optional.empty();
    private ContextCondition current = ContextCondition.any();
    private RuleBasis basis = RuleBasis.empty();

    ContextEditor() {
        basket.setId("contextBasket");
        basket.setWrapText(true);
        basket.selectedProperty().addListener((observed, before, now) -> chooseBasket(now));
        placements.textProperty().addListener(observed -> set(current.withPlacements(words(placements))));
        devices.textProperty().addListener(observed -> set(current.withDevices(words(devices))));
        total.textProperty().addListener(observed -> totalTyped());
        labelled("rules.context.placements", placements);
        labelled("rules.context.devices", devices);
        getChildren().addAll(basket, items);
        labelled("rules.context.total", total);
        addProblem();
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
        fill(() -> showFields(another));
    }

    private void showFields(boolean another) {
        showWords(placements, current.placements());
        showWords(devices, current.devices());
        OptionalDouble least = current.total();
        if (another || !number().equals(least)) {
            total.setText(least.isPresent() ? plain(least.getAsDouble()) : "");
        }
        mark("");
        basket.setSelected(current.contains().isPresent());
        showItems();
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
        if (!isFilling()) {
            set(current.withContains(wanted ? Optional.of(new ItemSelector.Items(List.of())) : Optional.empty()));
            showItems();
        }
    }

    private void totalTyped() {
        OptionalDouble typed = number();
        boolean wrong = typed.isEmpty() && !total.getText().isBlank();
        mark(wrong ? texts.get("rules.context.total.bad") : "");
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
        if (!isFilling() && !condition.equals(current)) {
            current = condition;
            edited.accept(condition);
        }
    }
}
