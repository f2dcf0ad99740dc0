package app.attune.segments.ui;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;

/// What is offered while there are no segments, and why some templates are not.
///
/// @param nothing shown while there are none
/// @param missing says why, beside it
record StartFromTemplates(Node nothing, Label missing) {
    void show(SegmentsViewModel model, TemplateChoices choices) {
        nothing.managedProperty().bind(nothing.visibleProperty());
        missing.textProperty().bind(model.missingProperty());
        missing.visibleProperty().bind(model.missingProperty().isNotEmpty().and(nothing.visibleProperty()));
        missing.managedProperty().bind(missing.visibleProperty());
        model.templates().addListener((ListChangeListener<Object>) change ->
                choices.show(model.templates(), model.missingProperty().get()));
    }
}
