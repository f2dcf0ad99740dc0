package app.attune.rules.ui;

import app.attune.rules.replay.RequestColumns;
import app.attune.ui.InWords;
import app.attune.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// Which properties of events tell of the requests they came with; none at first.
public final class RequestColumnFields extends FlowPane {
    private static final double GAP = 8;
    private static final double BETWEEN = 12;

    private final Texts texts = Texts.of("rules");
    private final ComboBox<Optional<String>> placement = box("replayPlacementColumn", "replay.column-of.placement");
    private final ComboBox<Optional<String>> device = box("replayDeviceColumn", "replay.column-of.device");
    private final ComboBox<Optional<String>> items = box("replayItemsColumn", "replay.column-of.items");
    private final ComboBox<Optional<String>> total = box("replayTotalColumn", "replay.column-of.total");

    /// Offers no property yet.
    public RequestColumnFields() {
        super(BETWEEN, GAP);
    }

    private ComboBox<Optional<String>> box(String id, String key) {
        ComboBox<Optional<String>> box = new ComboBox<>();
        box.setId(id);
        box.setConverter(InWords.of(name -> name.orElse(texts.get("replay.column-of.none"))));
        box.setAccessibleText(texts.get(key));
        box.getItems().setAll(List.of(Optional.empty()));
        box.setValue(Optional.empty());
        Label label = new Label(texts.get(key));
        label.getStyleClass().add("form-label");
        label.setLabelFor(box);
        getChildren().add(new VBox(GAP / 2, label, box));
        return box;
    }

    /// What is chosen stays where it is still there.
    ///
    /// @param names of the properties, in order
    void offer(List<String> names) {
        List<Optional<String>> all = new ArrayList<>(List.of(Optional.empty()));
        names.forEach(name -> all.add(Optional.of(name)));
        for (ComboBox<Optional<String>> box : List.of(placement, device, items, total)) {
            Optional<String> chosen = chosen(box);
            box.getItems().setAll(all);
            box.setValue(all.contains(chosen) ? chosen : Optional.empty());
        }
    }

    RequestColumns columns() {
        return new RequestColumns(chosen(placement), chosen(device), chosen(items), chosen(total));
    }

    private static Optional<String> chosen(ComboBox<Optional<String>> box) {
        return Optional.ofNullable(box.getValue()).flatMap(name -> name);
    }
}
