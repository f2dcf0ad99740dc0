package app.attune.events.ui;

import app.attune.events.Preset;
import app.attune.ui.Action;
import app.attune.ui.InWords;
import app.attune.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Chooses the preset a file is read by, or none.
final class PresetBox extends VBox {
    private final Texts texts = Texts.of("events");
    private final ImportReading reading;
    private final ComboBox<Optional<Preset>> choice = new ComboBox<>();
    private final Label words = new Label();
    private Optional<String> saved = Optional.empty();
    private boolean filling;

    PresetBox(ImportReading reading, Action own) {
        this.reading = reading;
        getStyleClass().add("section");
        Label label = new Label(texts.get("preset.title"));
        label.getStyleClass().add("form-label");
        label.setLabelFor(choice);
        choice.setId("preset");
        choice.setAccessibleText(texts.get("preset.title"));
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setConverter(InWords.of(this::name));
        choice.setButtonCell(new LongChoice<>(this::chosen));
        fill();
        choice.valueProperty().addListener((observed, before, now) -> {
            if (!filling && now != null) {
                now.ifPresentOrElse(reading::usePreset, reading::byHand);
            }
        });
        words.setId("presetWords");
        words.getStyleClass().add("caption");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(label, choice, words, ownButton(own));
        reading.settingsProperty().addListener((observed, before, now) -> now.ifPresent(this::show));
    }

    private Button ownButton(Action own) {
        Button button = new Button(texts.get("preset.own"));
        button.setId("ownPreset");
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        own.attachTo(button);
        return button;
    }

    private void fill() {
        List<Optional<Preset>> all = new ArrayList<>(List.of(Optional.empty()));
        reading.presets().forEach(preset -> all.add(Optional.of(preset)));
        if (!all.equals(choice.getItems())) {
            choice.getItems().setAll(all);
        }
    }

    private String name(Optional<Preset> preset) {
        return preset.map(Preset::name).orElseGet(() -> texts.get("preset.none"));
    }

    /// What the box says of itself; a saved mapping is no preset, and more than nothing.
    private String chosen(Optional<Preset> preset) {
        return preset.map(Preset::name)
                .or(() -> saved.map(name -> texts.get("preset.saved.choice", name)))
                .orElseGet(() -> texts.get("preset.none"));
    }

    private void show(ImportSettings settings) {
        filling = true;
        fill();
        saved = settings.origin() instanceof Origin.Saved origin ? Optional.of(origin.name()) : Optional.empty();
        choice.setButtonCell(new LongChoice<>(this::chosen));
        Optional<Preset> used = settings.origin().preset().flatMap(this::preset);
        choice.setValue(used);
        words.setText(
                switch (settings.origin()) {
                    case Origin.Guessed guessed ->
                        guessed.reason().isEmpty() ? texts.get("preset.by-hand") : guessed.reason();
                    case Origin.FromPreset preset -> used.map(Preset::words).orElse("");
                    case Origin.Saved saved -> texts.get("preset.saved", saved.name());
                });
        filling = false;
    }

    private Optional<Preset> preset(String id) {
        return reading.presets().stream()
                .filter(preset -> preset.id().equals(id))
                .findFirst();
    }
}
