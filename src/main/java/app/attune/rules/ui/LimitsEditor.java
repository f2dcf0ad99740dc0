package app.attune.rules.ui;

import app.attune.core.ItemId;
import app.attune.rules.ItemSelector;
import app.attune.rules.LimitCheck;
import app.attune.rules.LimitWords;
import app.attune.rules.ListLimit;
import app.attune.rules.RuleBasis;
import app.attune.ui.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The limits of a list, a sentence each, and the fields for another one.
final class LimitsEditor extends VBox {
    private static final double GAP = 8;

    private final Texts texts = Texts.of("rules");
    private final Consumer<List<ListLimit>> edited;
    private final VBox lines = new VBox(GAP / 2);
    private final TextField most = new TextField();
    private final ComboBox<String> attribute = new ComboBox<>();
    private final TextField value = new TextField();
    private final Label valueLabel = new Label();
    private final Supplier<RuleBasis> basis;
    private List<ListLimit> limits = List.of();

    LimitsEditor(Supplier<RuleBasis> basis, Consumer<List<ListLimit>> edited) {
        super(GAP);
        this.basis = basis;
        this.edited = edited;
        field(most, "limitMost", "rules.limit.most", 5);
        field(value, "limitValue", "rules.limit.value", 14);
        attribute.setId("limitAttribute");
        attribute.setPromptText(texts.get("rules.limit.attribute.prompt"));
        attribute.setAccessibleText(texts.get("rules.limit.attribute"));
        attribute.setStyle("-fx-pref-width: 11em;");
        attribute.setOnShowing(event -> fill());
        attribute.valueProperty().addListener(observed -> name());
        FlowPane fields = new FlowPane(
                GAP,
                GAP,
                labelled(new Label(), "rules.limit.most", most),
                labelled(new Label(), "rules.limit.attribute", attribute),
                labelled(valueLabel, "rules.limit.value", value),
                addButton());
        fields.setRowValignment(VPos.BOTTOM);
        getChildren().addAll(lines, fields);
    }

    /// Says what is typed for what is limited.
    private void name() {
        String key = isOfItems() ? "rules.limit.item-ids" : "rules.limit.value";
        valueLabel.setText(texts.get(key));
        value.setPromptText(texts.get(key + ".prompt"));
        value.setAccessibleText(texts.get(key));
    }

    private Button addButton() {
        Button add = new Button(texts.get("rules.limit.add"));
        add.setId("limitAdd");
        add.setMinWidth(USE_PREF_SIZE);
        add.setOnAction(event -> add());
        add.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !isComplete(), most.textProperty(), attribute.valueProperty(), value.textProperty()));
        return add;
    }

    private void field(TextField field, String id, String key, double width) {
        field.setId(id);
        field.setPromptText(texts.get(key + ".prompt"));
        field.setAccessibleText(texts.get(key));
        field.setStyle("-fx-pref-width: " + width + "em;");
    }

    private Node labelled(Label label, String key, Node field) {
        label.setText(texts.get(key));
        label.getStyleClass().add("form-label");
        label.setLabelFor(field);
        return new VBox(GAP / 2, label, field);
    }

    private void fill() {
        List<String> kinds = new ArrayList<>(basis.get().catalogue().attributes());
        kinds.add(texts.get("rules.limit.items"));
        if (!attribute.getItems().equals(kinds)) {
            attribute.getItems().setAll(kinds);
        }
    }

    private static boolean isCount(String text) {
        return text.strip().matches("[1-9][0-9]?|" + ListLimit.MOST);
    }

    private void add() {
        List<String> words = Arrays.stream(value.getText().split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        List<ListLimit> more = new ArrayList<>(limits);
        more.add(new ListLimit(about(words), Integer.parseInt(most.getText().strip())));
        most.clear();
        value.clear();
        edited.accept(more);
    }

    private ListLimit.About about(List<String> words) {
        if (isOfItems()) {
            return new ListLimit.Selected(
                    new ItemSelector.Items(words.stream().map(ItemId::new).toList()));
        }
        return words.isEmpty()
                ? new ListLimit.EachValue(attribute.getValue())
                : new ListLimit.Selected(new ItemSelector.WithAttribute(attribute.getValue(), words));
    }

    private boolean isOfItems() {
        return texts.get("rules.limit.items").equals(attribute.getValue());
    }

    private boolean isComplete() {
        boolean named = !value.getText().replace(",", "").isBlank();
        return isCount(most.getText()) && attribute.getValue() != null && (named || !isOfItems());
    }

    void show(List<ListLimit> shown) {
        limits = shown;
        fill();
        lines.getChildren().setAll(shown.stream().map(this::line).toList());
    }

    private Node line(ListLimit limit) {
        Label sentence = new Label(LimitWords.sentence(limit));
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.setMaxWidth(Double.MAX_VALUE);
        Button remove = new Button("", new FontIcon("mdoal-close"));
        remove.getStyleClass().add("button-icon");
        remove.setMinWidth(USE_PREF_SIZE);
        remove.setAccessibleText(texts.get("rules.limit.remove", LimitWords.of(limit)));
        remove.setTooltip(app.attune.ui.Tips.of(remove.getAccessibleText()));
        remove.setOnAction(event -> {
            List<ListLimit> fewer = new ArrayList<>(limits);
            fewer.remove(limit);
            edited.accept(fewer);
        });
        HBox line = new HBox(GAP, sentence, remove);
        line.getStyleClass().add("toolbar");
        return new LimitCheck(basis.get().catalogue())
                .problem(limit)
                .<Node>map(found -> new VBox(GAP / 2, line, doubt(found.message() + " " + found.remedy())))
                .orElse(line);
    }

    private static Label doubt(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("field-problem");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
