package app.attune.decide.ui;

import app.attune.decide.Other;
import app.attune.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// The choice of what the decision is set beside, and below it both lists.
final class BesidePane extends TitledPane {
    private static final double GAP = 8;

    private final Texts texts = Texts.of("decide");
    private final BesideModel model;
    private final ComboBox<Optional<Other>> choice = new ComboBox<>();
    private final VBox result = new VBox(GAP / 2);

    BesidePane(BesideModel model) {
        this.model = model;
        setId("besidePane");
        getStyleClass().addAll("may-clip", "dense");
        setText(texts.get("preview.beside"));
        setExpanded(false);
        setAnimated(false);
        setMinWidth(0);
        Label label = new Label(texts.get("preview.beside.with"));
        label.getStyleClass().add("form-label");
        label.setLabelFor(choice);
        prepare();
        setContent(new VBox(
                GAP,
                new VBox(GAP / 2, label, choice),
                ProblemLine.of("besideProblem", model.problemProperty()),
                result));
        model.besideProperty()
                .addListener((observed, before, now) ->
                        result.getChildren().setAll(now.map(BesideGrid::of).orElse(List.of())));
    }

    /// Opens it, to choose.
    void choose() {
        setExpanded(true);
        choice.requestFocus();
    }

    private void prepare() {
        choice.setId("besideChoice");
        choice.setAccessibleText(texts.get("preview.beside.with"));
        choice.setStyle("-fx-pref-width: 22em;");
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(Optional<Other> other) {
                return other == null
                        ? texts.get("preview.beside.nothing")
                        : other.map(Other::title).orElse(texts.get("preview.beside.nothing"));
            }

            @Override
            public Optional<Other> fromString(String text) {
                throw new UnsupportedOperationException("Chosen, not typed");
            }
        });
        model.others().addListener((ListChangeListener<Other>) change -> fill());
        fill();
        choice.valueProperty()
                .addListener(
                        (observed, before, now) -> model.chosenProperty().set(now == null ? Optional.empty() : now));
    }

    private void fill() {
        Optional<Other> chosen = model.chosenProperty().get();
        List<Optional<Other>> all = new ArrayList<>(List.of(Optional.empty()));
        model.others().forEach(other -> all.add(Optional.of(other)));
        choice.getItems().setAll(all);
        choice.setValue(all.contains(chosen) ? chosen : Optional.empty());
    }
}
