package app.attune.events.ui;

import app.attune.events.EventChoice;
import app.attune.ui.InWords;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;

/// The controls that choose events; they follow the model, also when a step is undone.
final class Filters {
    private static final String EVERY = "";

    /// What the analyst types and picks in.
    record Controls(TextField user, ComboBox<DataViewModel.TypeCount> type, TextField item) {}

    private final Controls controls;
    private final DataViewModel model;
    private final Texts texts;
    private boolean following;

    Filters(Controls controls, DataViewModel model, Texts texts) {
        this.controls = controls;
        this.model = model;
        this.texts = texts;
        controls.type().setConverter(InWords.of(this::name));
        follow(model.choice());
        controls.user().textProperty().addListener((observed, before, now) -> tell(() -> model.user(now)));
        controls.item().textProperty().addListener((observed, before, now) -> tell(() -> model.item(now)));
        controls.type().valueProperty().addListener((observed, before, now) -> {
            if (now != null) {
                tell(() -> model.type(now.type()));
            }
        });
        model.history().valueProperty().addListener((observed, before, now) -> follow(now));
    }

    /// Proposes the types of other data.
    void types(DataViewModel.Loaded loaded) {
        List<DataViewModel.TypeCount> types = new ArrayList<>();
        types.add(new DataViewModel.TypeCount(EVERY, loaded.frame().eventCount()));
        types.addAll(loaded.types());
        following = true;
        controls.type().getItems().setAll(types);
        following = false;
        follow(model.choice());
    }

    private void tell(Runnable change) {
        if (!following) {
            change.run();
        }
    }

    private void follow(EventChoice choice) {
        following = true;
        show(controls.user(), choice.user());
        show(controls.item(), choice.item());
        controls.type().getItems().stream()
                .filter(counted -> counted.type().equals(choice.type()))
                .findFirst()
                .ifPresent(controls.type()::setValue);
        following = false;
    }

    private static void show(TextField field, String text) {
        if (!text.equals(Objects.requireNonNullElse(field.getText(), ""))) {
            field.setText(text);
        }
    }

    private String name(DataViewModel.TypeCount counted) {
        String type = counted.type().isEmpty() ? texts.get("data.filter.type.all") : counted.type();
        return texts.get("data.filter.type.counted", type, Numbers.count(counted.events()));
    }
}
