package app.attune.decide.ui;

import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// The line in which a part of the preview tells its own problem, which is not there without one.
final class ProblemLine {
    private ProblemLine() {}

    /// @param problem empty without
    static Label of(String id, StringProperty problem) {
        Label line = new Label();
        line.setId(id);
        line.getStyleClass().add("field-problem");
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        bind(line, problem);
        return line;
    }

    static void bind(Label line, StringProperty problem) {
        line.textProperty().bind(problem);
        line.visibleProperty().bind(problem.isNotEmpty());
        line.managedProperty().bind(line.visibleProperty());
    }
}
