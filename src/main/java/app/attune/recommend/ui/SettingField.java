package app.attune.recommend.ui;

import app.attune.recommend.Algorithm;
import app.attune.recommend.Setting;
import app.attune.ui.InWords;
import app.attune.ui.Texts;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One setting of an algorithm: its name, its field, and beside it what it may be and does, or what is wrong with it.
final class SettingField extends VBox {
    private static final double GAP = 8;
    private static final int COLUMNS = 6;

    private final Texts texts;
    private final Algorithm algorithm;
    private final Setting setting;
    private final Label hint = new Label();

    SettingField(Algorithm algorithm, Setting setting, StringProperty value, Texts texts) {
        super(GAP / 2);
        this.texts = texts;
        this.algorithm = algorithm;
        this.setting = setting;
        Control control = control(value);
        control.setId("setting-" + setting.name());
        control.setAccessibleText(SettingWords.label(texts, setting));
        Label label = new Label(SettingWords.label(texts, setting));
        label.getStyleClass().add("form-label");
        label.setWrapText(true);
        label.setLabelFor(control);
        hint.setId("hint-" + setting.name());
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        say(value.get());
        value.addListener((observed, before, now) -> say(now));
        getChildren().add(label);
        if (setting instanceof Setting.Choice) {
            getChildren().addAll(control, hint);
        } else {
            control.setMinWidth(USE_PREF_SIZE);
            HBox.setHgrow(hint, Priority.ALWAYS);
            HBox beside = new HBox(GAP, control, hint);
            beside.setAlignment(Pos.CENTER_LEFT);
            getChildren().add(beside);
        }
    }

    private void say(String typed) {
        boolean valid = SettingWords.isValid(setting, typed);
        hint.getStyleClass().setAll("label", valid ? "caption" : "field-problem");
        hint.setText(valid ? SettingWords.hint(texts, algorithm, setting) : SettingWords.problem(texts, setting));
    }

    private Control control(StringProperty value) {
        if (setting instanceof Setting.Choice choice) {
            ComboBox<String> words = new ComboBox<>();
            words.getItems().setAll(choice.words());
            words.setConverter(InWords.of(word -> SettingWords.choice(texts, choice, word)));
            words.setMaxWidth(Double.MAX_VALUE);
            words.valueProperty().bindBidirectional(value);
            return words;
        }
        TextField field = new TextField();
        field.setPrefColumnCount(COLUMNS);
        field.textProperty().bindBidirectional(value);
        return field;
    }
}
