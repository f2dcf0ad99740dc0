package app.attune.rules.ui;

import app.attune.core.ItemId;
import app.attune.rules.ItemSelector;
import app.attune.rules.RuleBasis;
import app.attune.ui.SuggestField;
import app.attune.ui.SuggestField.Suggestion;
import app.attune.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// Chooses items: one by one, or by a value of an attribute, each as a chip that can be taken away.
final class SelectorEditor extends VBox {
    private static final int MOST_VALUES = 500;
    private static final double GAP = 8;

    private final Texts texts = Texts.of("rules");
    private final RuleBasis basis;
    private final Consumer<ItemSelector> edited;
    private final ComboBox<String> which = new ComboBox<>();
    private final FlowPane chips = new FlowPane(GAP, GAP);
    private final SuggestField adding = new SuggestField();
    private ItemSelector selector;

    SelectorEditor(ItemSelector selector, RuleBasis basis, Consumer<ItemSelector> edited) {
        this.selector = selector;
        this.basis = basis;
        this.edited = edited;
        setSpacing(GAP);
        which.setId("selectorKind");
        which.setAccessibleText(texts.get("rules.items.which"));
        which.getItems().setAll(kinds());
        which.setValue(kind(selector));
        which.setMaxWidth(Double.MAX_VALUE);
        which.valueProperty().addListener((observed, before, now) -> choose(now));
        adding.setId("selectorAdd");
        adding.suggestFrom(this::suggestions);
        adding.onPicked(this::add);
        getChildren().addAll(which, chips, adding);
        fill();
    }

    private List<String> kinds() {
        List<String> kinds = new ArrayList<>();
        basis.catalogue().attributes().forEach(attribute -> kinds.add(whose(attribute)));
        if (selector instanceof ItemSelector.WithAttribute with && !kinds.contains(whose(with.attribute()))) {
            kinds.add(whose(with.attribute()));
        }
        kinds.add(texts.get("rules.items.these"));
        return kinds;
    }

    private String whose(String attribute) {
        return texts.get("rules.items.whose", attribute);
    }

    private String kind(ItemSelector of) {
        return switch (of) {
            case ItemSelector.Items ignored -> texts.get("rules.items.these");
            case ItemSelector.WithAttribute with -> whose(with.attribute());
        };
    }

    private void choose(String kind) {
        ItemSelector chosen = basis.catalogue().attributes().stream()
                .filter(attribute -> whose(attribute).equals(kind))
                .findFirst()
                .<ItemSelector>map(attribute -> new ItemSelector.WithAttribute(attribute, List.of()))
                .orElseGet(() -> new ItemSelector.Items(List.of()));
        set(chosen);
    }

    private void set(ItemSelector changed) {
        selector = changed;
        fill();
        edited.accept(changed);
    }

    private void fill() {
        boolean items = selector instanceof ItemSelector.Items;
        String prompt = texts.get(items ? "rules.items.add-item" : "rules.items.add");
        adding.setPromptText(prompt);
        adding.setAccessibleText(prompt);
        adding.showText("");
        chips.getChildren().setAll(values().stream().map(this::chip).toList());
        chips.setManaged(!chips.getChildren().isEmpty());
    }

    private List<String> values() {
        return switch (selector) {
            case ItemSelector.Items items ->
                items.items().stream().map(ItemId::value).toList();
            case ItemSelector.WithAttribute with -> with.values();
        };
    }

    private Button chip(String value) {
        String shown =
                selector instanceof ItemSelector.Items ? basis.catalogue().name(new ItemId(value)) : value;
        Button chip = new Button(shown, new FontIcon("mdoal-close"));
        chip.getStyleClass().add("small");
        chip.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        chip.setAccessibleText(texts.get("rules.items.remove", shown));
        chip.setOnAction(event ->
                set(with(values().stream().filter(other -> !other.equals(value)).toList())));
        return chip;
    }

    private void add(String value) {
        List<String> more = new ArrayList<>(values());
        if (!more.contains(value)) {
            more.add(value);
        }
        set(with(more));
    }

    private ItemSelector with(List<String> values) {
        return switch (selector) {
            case ItemSelector.Items ignored ->
                new ItemSelector.Items(values.stream().map(ItemId::new).toList());
            case ItemSelector.WithAttribute with -> new ItemSelector.WithAttribute(with.attribute(), values);
        };
    }

    private List<Suggestion> suggestions(String typed) {
        return switch (selector) {
            case ItemSelector.Items ignored -> items(basis, typed);
            case ItemSelector.WithAttribute with ->
                basis.catalogue().values(with.attribute(), MOST_VALUES).stream()
                        .filter(value ->
                                contains(value, typed) && !with.values().contains(value))
                        .map(value -> new Suggestion(value, value))
                        .toList();
        };
    }

    /// Items whose id starts with what was typed, or whose name contains it.
    static List<Suggestion> items(RuleBasis basis, String typed) {
        return basis.catalogue().items().stream()
                .filter(item -> item.value().startsWith(typed)
                        || contains(basis.catalogue().name(item), typed))
                .limit(20)
                .map(item -> new Suggestion(
                        item.value(),
                        item.value() + " \u00b7 " + basis.catalogue().name(item)))
                .toList();
    }

    private static boolean contains(String text, String typed) {
        return text.toLowerCase(Locale.ROOT).contains(typed.toLowerCase(Locale.ROOT));
    }
}
