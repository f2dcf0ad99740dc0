package app.attune.events.ui;

import app.attune.events.read.FileFormat;
import app.attune.events.read.FileKind;
import app.attune.ui.Texts;
import javafx.animation.PauseTransition;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.StringConverter;

/// What only some kinds of files need to be told: the sheet of a workbook, where the records of a document stand.
final class LayoutBox extends VBox {
    /// Typing that rests so long is looked at.
    private static final Duration REST = Duration.millis(600);

    private final Texts texts = Texts.of("events");
    private final ImportReading reading;
    private final Label label = new Label();
    private final ComboBox<String> layout = new ComboBox<>();
    private final Label hint = new Label();
    private final PauseTransition rest = new PauseTransition(REST);
    private boolean filling;

    LayoutBox(ImportReading reading) {
        this.reading = reading;
        getStyleClass().add("section");
        label.getStyleClass().add("form-label");
        label.setLabelFor(layout);
        layout.setId("layout");
        layout.setMaxWidth(Double.MAX_VALUE);
        layout.setConverter(new TopAsSlash());
        layout.valueProperty().addListener((observed, before, now) -> apply(now));
        layout.getEditor().textProperty().addListener((observed, before, now) -> {
            if (!filling && layout.isEditable() && layout.getEditor().isFocused()) {
                rest.playFromStart();
            }
        });
        rest.setOnFinished(event ->
                apply(layout.getConverter().fromString(layout.getEditor().getText())));
        hint.getStyleClass().add("caption");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(label, layout, hint);
        reading.settingsProperty().addListener((observed, before, now) -> now.ifPresent(this::show));
    }

    private void apply(String text) {
        if (!filling && text != null && reading.settingsProperty().get().isPresent()) {
            rest.stop();
            FileFormat format =
                    reading.settingsProperty().get().orElseThrow().preview().format();
            reading.setFormat(format.withLayout(text.strip()));
        }
    }

    private void show(ImportSettings settings) {
        filling = true;
        FileFormat format = settings.preview().format();
        boolean shown = needsLayout(format.kind());
        setVisible(shown);
        setManaged(shown);
        if (shown) {
            String words = texts.get("format.layout." + format.kind().name());
            label.setText(words);
            layout.setAccessibleText(words);
            layout.setEditable(format.kind() != FileKind.WORKBOOK);
            layout.setPromptText(
                    texts.get("format.layout.prompt." + format.kind().name()));
            hint.setText(texts.get("format.layout.hint." + format.kind().name()));
            layout.getItems().setAll(settings.choices().layouts());
            boolean typing = layout.getEditor().isFocused();
            boolean first =
                    format.kind() == FileKind.WORKBOOK && format.layout().isBlank();
            layout.setValue(first ? null : format.layout());
            if (typing) {
                layout.getEditor().end();
            }
        }
        filling = false;
    }

    private static boolean needsLayout(FileKind kind) {
        return switch (kind) {
            case JSON, WORKBOOK, FIXED_WIDTH, LISTS, LOG -> true;
            case DELIMITED, JSON_LINES, PARQUET, AVRO, ALIGNED, W3C_LOG -> false;
        };
    }

    /// The top of a document reads as a slash.
    private static final class TopAsSlash extends StringConverter<String> {
        @Override
        public String toString(String path) {
            return path == null ? "" : path.isEmpty() ? "/" : path;
        }

        @Override
        public String fromString(String text) {
            return text == null || text.strip().equals("/") ? "" : text.strip();
        }
    }
}
