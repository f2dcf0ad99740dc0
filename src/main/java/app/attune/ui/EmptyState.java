package app.attune.ui;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.event.ActionEvent;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// What stands where there is nothing yet: one sentence, the first thing to do, and perhaps a second.
///
/// In FXML: `<EmptyState icon="mdoal-group" sentence="%segments.empty" primary="%segments.new" onPrimary="#create"/>`.
public final class EmptyState extends VBox {
    private final FontIcon icon = new FontIcon("mdomz-widgets");
    private final Label sentence = new Label();
    private final Button primary = new Button();
    private final Button secondary = new Button();

    public EmptyState() {
        getStyleClass().add("empty-state");
        icon.getStyleClass().add("empty-state-icon");
        sentence.getStyleClass().add("empty-state-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        primary.getStyleClass().add("accent");
        hideWhileBlank(primary);
        hideWhileBlank(secondary);
        FlowPane buttons = new FlowPane(primary, secondary);
        buttons.getStyleClass().add("empty-state-buttons");
        buttons.setAlignment(Pos.CENTER);
        getChildren().addAll(icon, sentence, buttons);
    }

    private static void hideWhileBlank(Button button) {
        button.visibleProperty().bind(button.textProperty().isNotEmpty());
        button.managedProperty().bind(button.visibleProperty());
    }

    public Button primaryButton() {
        return primary;
    }

    public Button secondaryButton() {
        return secondary;
    }

    /// The literal of an Ikonli icon.
    public String getIcon() {
        return icon.getIconLiteral();
    }

    public void setIcon(String literal) {
        icon.setIconLiteral(literal);
    }

    public StringProperty sentenceProperty() {
        return sentence.textProperty();
    }

    public String getSentence() {
        return sentence.getText();
    }

    public void setSentence(String text) {
        sentence.setText(text);
    }

    public StringProperty primaryProperty() {
        return primary.textProperty();
    }

    public String getPrimary() {
        return primary.getText();
    }

    public void setPrimary(String text) {
        primary.setText(text);
    }

    public ObjectProperty<EventHandler<ActionEvent>> onPrimaryProperty() {
        return primary.onActionProperty();
    }

    public EventHandler<ActionEvent> getOnPrimary() {
        return primary.getOnAction();
    }

    public void setOnPrimary(EventHandler<ActionEvent> handler) {
        primary.setOnAction(handler);
    }

    public StringProperty secondaryProperty() {
        return secondary.textProperty();
    }

    public String getSecondary() {
        return secondary.getText();
    }

    public void setSecondary(String text) {
        secondary.setText(text);
    }

    public ObjectProperty<EventHandler<ActionEvent>> onSecondaryProperty() {
        return secondary.onActionProperty();
    }

    public EventHandler<ActionEvent> getOnSecondary() {
        return secondary.getOnAction();
    }

    public void setOnSecondary(EventHandler<ActionEvent> handler) {
        secondary.setOnAction(handler);
    }
}
