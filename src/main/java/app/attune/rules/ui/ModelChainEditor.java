package app.attune.rules.ui;

import app.attune.rules.RuleBasis;
import app.attune.rules.Treatment;
import app.attune.ui.InWords;
import app.attune.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// Chooses the model of a recommendation, and those that are asked when the ones before have nothing. Choosing a model
/// that is there already lets the two change places.
final class ModelChainEditor extends VBox {
    private static final double GAP = 8;

    private final Texts texts = Texts.of("rules");
    private final RuleBasis basis;
    private final Consumer<Treatment> taken;
    private final List<String> kinds;
    private final List<String> models;
    private final List<ComboBox<String>> boxes = new ArrayList<>();
    private final CheckBox trigger = new CheckBox(texts.get("rules.seed.trigger"));
    private final Button add = new Button(texts.get("rules.model.add"), new FontIcon("mdoal-add"));

    ModelChainEditor(Treatment.Recommend recommend, RuleBasis basis, Consumer<Treatment> taken) {
        super(GAP);
        this.basis = basis;
        this.taken = taken;
        TreeSet<String> all = new TreeSet<>(basis.models());
        all.addAll(recommend.models());
        this.kinds = List.copyOf(all);
        this.models = new ArrayList<>(recommend.models());
        trigger.setId("seedTrigger");
        trigger.setWrapText(true);
        trigger.setSelected(recommend.seed() == Treatment.Seed.TRIGGER);
        trigger.setTooltip(new Tooltip(texts.get("rules.seed.trigger.tip")));
        trigger.selectedProperty().addListener((observed, before, now) -> take());
        add.setId("addFallback");
        add.setOnAction(event -> add());
        fill();
    }

    private void fill() {
        boxes.clear();
        getChildren().clear();
        for (int place = 0; place < models.size(); place++) {
            ComboBox<String> box = box(place);
            boxes.add(box);
            Label label = new Label(texts.get(place == 0 ? "rules.model" : "rules.model.else"));
            label.getStyleClass().add("form-label");
            label.setLabelFor(box);
            box.setAccessibleText(label.getText());
            getChildren().addAll(label, place == 0 ? box : line(place, box));
        }
        add.setDisable(models.size() == kinds.size());
        getChildren().addAll(add, trigger);
        if (kinds.size() == 1) {
            Label alone = new Label(texts.get("rules.model.alone"));
            alone.getStyleClass().add("muted");
            alone.setWrapText(true);
            getChildren().add(alone);
        }
    }

    private ComboBox<String> box(int place) {
        ComboBox<String> box = new ComboBox<>();
        box.setId(place == 0 ? "model" : "fallback" + place);
        box.setConverter(
                InWords.of(kind -> basis.models().contains(kind) ? kind : texts.get("rules.model.untrained", kind)));
        box.getItems().setAll(kinds);
        box.setValue(models.get(place));
        box.setMaxWidth(Double.MAX_VALUE);
        box.valueProperty().addListener((observed, before, now) -> choose(place, now));
        return box;
    }

    private Node line(int place, ComboBox<String> box) {
        Button remove = new Button("", new FontIcon("mdoal-close"));
        remove.setId("removeFallback" + place);
        remove.setAccessibleText(texts.get("rules.items.remove", models.get(place)));
        remove.setMinWidth(USE_PREF_SIZE);
        remove.setOnAction(event -> remove(place));
        HBox.setHgrow(box, Priority.ALWAYS);
        HBox line = new HBox(box, remove);
        line.getStyleClass().add("toolbar");
        return line;
    }

    private void choose(int place, String kind) {
        String before = models.get(place);
        if (kind.equals(before)) {
            return;
        }
        int other = models.indexOf(kind);
        models.set(place, kind);
        if (other >= 0) {
            models.set(other, before);
            boxes.get(other).setValue(before);
        }
        take();
    }

    private void add() {
        kinds.stream().filter(kind -> !models.contains(kind)).findFirst().ifPresent(kind -> {
            models.add(kind);
            fill();
            boxes.getLast().requestFocus();
            take();
        });
    }

    private void remove(int place) {
        models.remove(place);
        fill();
        add.requestFocus();
        take();
    }

    private void take() {
        Treatment.Seed seed = trigger.isSelected() ? Treatment.Seed.TRIGGER : Treatment.Seed.HISTORY;
        taken.accept(new Treatment.Recommend(models.getFirst(), models.subList(1, models.size()), seed));
    }
}
