package app.attune.decide.ui;

import app.attune.ui.Texts;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// What would be otherwise of the user shown, and below it the list before and after.
final class WhatIfPane extends TitledPane {
    private static final double GAP = 8;

    private final Texts texts = Texts.of("decide");
    private final WhatIfModel model;
    private final FlowPane fields = new FlowPane(GAP, GAP);
    private final VBox result = new VBox(GAP / 2);

    WhatIfPane(WhatIfModel model) {
        this.model = model;
        setId("whatIfPane");
        getStyleClass().addAll("may-clip", "dense");
        setText(texts.get("preview.what-if"));
        setExpanded(false);
        setAnimated(false);
        setMinWidth(0);
        field("whatIfAttributes", "attributes", model.attributesProperty());
        field("whatIfEvents", "events", model.eventsProperty());
        field("whatIfTime", "time", model.timeProperty());
        setContent(new VBox(GAP, fields, buttons(), ProblemLine.of("whatIfProblem", model.problemProperty()), result));
        model.besideProperty()
                .addListener((observed, before, now) ->
                        result.getChildren().setAll(now.map(BesideGrid::of).orElse(List.of())));
    }

    /// Opens it, to type.
    void ask() {
        setExpanded(true);
        fields.lookup("#whatIfAttributes").requestFocus();
    }

    private FlowPane buttons() {
        Button ask = new Button(texts.get("preview.what-if.ask"));
        ask.setId("whatIfAsk");
        ask.setMinWidth(USE_PREF_SIZE);
        ask.setOnAction(event -> model.ask());
        Button reset = new Button(texts.get("preview.what-if.reset"));
        reset.setId("whatIfReset");
        reset.setMinWidth(USE_PREF_SIZE);
        reset.setOnAction(event -> model.reset());
        return new FlowPane(GAP, GAP, ask, reset);
    }

    private void field(String id, String name, StringProperty typed) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(texts.get("preview.what-if." + name + ".prompt"));
        field.setStyle("-fx-pref-width: 15em;");
        field.textProperty().bindBidirectional(typed);
        field.setOnAction(event -> model.ask());
        Label label = new Label(texts.get("preview.what-if." + name));
        label.getStyleClass().add("form-label");
        label.setLabelFor(field);
        field.setAccessibleText(label.getText());
        fields.getChildren().add(new VBox(GAP / 2, label, field));
    }
}
