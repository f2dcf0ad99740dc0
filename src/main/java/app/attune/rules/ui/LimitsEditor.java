package app.attune.rules.ui;

import app.attune.rules.ItemSelector;
import app.attune.rules.LimitWords;
import app.attune.rules.ListLimit;
import app.attune.rules.RuleBasis;
import app.attune.ui.Texts;
import java.util.ArrayList;
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
    private final Supplier<RuleBasis> basis;
    private List<ListLimit> limits = List.of();

    LimitsEditor(Supplier<RuleBasis> basis, Consumer<List<ListLimit>> edited) {
        super(GAP);
        this.basis = basis;
        this.edited = edited;
        field(most, "limitMost", "rules.limit.most", 5);
        field(value, "limitValue", "rules.limit.value", 11);
        attribute.setId("limitAttribute");
        attribute.setPromptText(texts.get("rules.limit.attribute.prompt"));
        attribute.setAccessibleText(texts.get("rules.limit.attribute"));
        attribute.setStyle("-fx-pref-width: 11em;");
        attribute.setOnShowing(event -> fill());
        Button add = new Button(texts.get("rules.limit.add"));
        add.setId("limitAdd");
        add.setMinWidth(USE_PREF_SIZE);
        add.setOnAction(event -> add());
        add.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !isCount(most.getText()) || attribute.getValue() == null,
                        most.textProperty(),
                        attribute.valueProperty()));
        FlowPane fields = new FlowPane(
                GAP,
                GAP,
                labelled("rules.limit.most", most),
                labelled("rules.limit.attribute", attribute),
                labelled("rules.limit.value", value),
                add);
        fields.setRowValignment(VPos.BOTTOM);
        getChildren().addAll(lines, fields);
    }

    private void field(TextField field, String id, String key, double width) {
        field.setId(id);
        field.setPromptText(texts.get(key + ".prompt"));
        field.setAccessibleText(texts.get(key));
        field.setStyle("-fx-pref-width: " + width + "em;");
    }

    private Node labelled(String key, Node field) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().add("form-label");
        label.setLabelFor(field);
        return new VBox(GAP / 2, label, field);
    }

    private void fill() {
        if (!attribute.getItems().equals(basis.get().catalogue().attributes())) {
            attribute.getItems().setAll(basis.get().catalogue().attributes());
        }
    }

    private static boolean isCount(String text) {
        return text.strip().matches("[1-9][0-9]?|" + ListLimit.MOST);
    }

    private void add() {
        String wanted = value.getText().strip();
        ListLimit.About about = wanted.isEmpty()
                ? new ListLimit.EachValue(attribute.getValue())
                : new ListLimit.Selected(new ItemSelector.WithAttribute(attribute.getValue(), List.of(wanted)));
        List<ListLimit> more = new ArrayList<>(limits);
        more.add(new ListLimit(about, Integer.parseInt(most.getText().strip())));
        most.clear();
        value.clear();
        edited.accept(more);
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
        return line;
    }
}
