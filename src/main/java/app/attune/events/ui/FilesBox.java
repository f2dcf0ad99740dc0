package app.attune.events.ui;

import app.attune.events.read.Source;
import app.attune.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Which files of a folder or archive are read: ticked by name, or those that fit a pattern such as `*.csv.gz`.
final class FilesBox extends VBox {
    private static final double ROW = 2.65;
    private static final int MOST_ROWS = 5;

    private final Texts texts = Texts.of("events");
    private final ImportViewModel model;
    private final TextField pattern = new TextField();
    private final ListView<String> files = new ListView<>();
    private final Label wrong = OptionLabels.warning("");
    private final Map<String, BooleanProperty> ticks = new TreeMap<>();
    private Optional<FileChoice> shown = Optional.empty();
    private boolean byPattern;
    private boolean filling;

    FilesBox(ImportViewModel model) {
        this.model = model;
        getStyleClass().add("section");
        pattern.setId("filesPattern");
        pattern.setAccessibleText(texts.get("files.pattern"));
        pattern.setPromptText(texts.get("files.pattern.prompt"));
        pattern.textProperty().addListener((observed, before, now) -> tickFitting(now));
        pattern.setOnAction(event -> apply());
        files.setId("files");
        files.setAccessibleText(texts.get("files.title"));
        files.getStyleClass().add("dense");
        files.setCellFactory(list -> new TickCell(this::tick));
        wrong.setId("filesWrong");
        Button read = new Button(texts.get("files.read"));
        read.setId("readFiles");
        read.getStyleClass().add("small");
        read.setMinWidth(USE_PREF_SIZE);
        read.setOnAction(event -> apply());
        getChildren()
                .addAll(
                        OptionLabels.title(texts.get("files.title"), files),
                        files,
                        OptionLabels.title(texts.get("files.pattern"), pattern),
                        pattern,
                        wrong,
                        read);
        model.reading().filesProperty().addListener((observed, before, now) -> show(now));
        show(Optional.empty());
    }

    private BooleanProperty tick(String name) {
        return ticks.computeIfAbsent(name, made -> {
            SimpleBooleanProperty ticked = new SimpleBooleanProperty();
            ticked.addListener((observed, before, now) -> byPattern = filling && byPattern);
            return ticked;
        });
    }

    private void tickFitting(String text) {
        if (!filling && !text.isBlank()) {
            filling = true;
            byPattern = true;
            files.getItems().forEach(name -> tick(name).set(Source.fits(name, text.strip())));
            filling = false;
        }
    }

    private void apply() {
        List<String> wanted = new ArrayList<>(
                files.getItems().stream().filter(name -> tick(name).get()).toList());
        OptionLabels.say(wrong, wanted.isEmpty() ? texts.get("files.nothing") : "");
        if (!wanted.isEmpty()) {
            List<String> names = byPattern ? List.of(pattern.getText().strip()) : wanted;
            shown.ifPresent(now -> model.read(now.place(), names));
        }
    }

    private void show(Optional<FileChoice> now) {
        shown = now;
        filling = true;
        setVisible(now.isPresent());
        setManaged(now.isPresent());
        OptionLabels.say(wrong, "");
        ticks.clear();
        now.ifPresent(choice -> {
            choice.names().forEach(name -> tick(name).set(choice.read().contains(name)));
            files.getItems().setAll(choice.names());
            double height = ROW * Math.min(choice.names().size(), MOST_ROWS);
            files.setStyle(
                    String.format(Locale.ROOT, "-fx-pref-height: %.2fem; -fx-min-height: %.2fem;", height, height));
            byPattern =
                    choice.wanted().size() == 1 && choice.wanted().getFirst().contains("*");
            pattern.setText(byPattern ? choice.wanted().getFirst() : "");
        });
        filling = false;
    }
}
