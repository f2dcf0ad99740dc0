package app.attune.events.ui;

import app.attune.events.read.DecimalMark;
import app.attune.events.read.Encoding;
import app.attune.events.read.FileFormat;
import app.attune.events.read.FileKind;
import app.attune.events.read.Header;
import app.attune.events.read.ImportPreview;
import app.attune.ui.Action;
import app.attune.ui.InWords;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// How the file is written, beside its first rows read that way.
@SuppressWarnings("NullAway.Init") // filled from FXML
final class FormatView {
    @FXML
    private VBox presets;

    @FXML
    private VBox layouts;

    @FXML
    private VBox shapes;

    @FXML
    private ComboBox<FileKind> kind;

    @FXML
    private VBox delimited;

    @FXML
    private VBox headed;

    @FXML
    private VBox written;

    @FXML
    private ScrollPane options;

    @FXML
    private Label heading;

    @FXML
    private ComboBox<Encoding> encoding;

    @FXML
    private Label encodingDetected;

    @FXML
    private ComboBox<Character> delimiter;

    @FXML
    private Label delimiterDetected;

    @FXML
    private ComboBox<Character> quote;

    @FXML
    private ComboBox<Header> header;

    @FXML
    private Label headerDetected;

    @FXML
    private ComboBox<DecimalMark> decimal;

    @FXML
    private Label decimalDetected;

    @FXML
    private Label rowCount;

    @FXML
    private TableView<List<String>> table;

    private final Texts texts = Texts.of("events");
    private final ImportViewModel model;
    private final Action own;
    private final ShapeBox shapeBox;
    private final Parent root;
    private final PreviewTable preview;
    private boolean filling;

    /// @param own chooses a preset of the analyst's own
    FormatView(ImportViewModel model, Action own) {
        this.model = model;
        this.own = own;
        this.shapeBox = new ShapeBox(model.reading());
        this.root = Views.load(this);
        this.preview = new PreviewTable(table, heading.fontProperty(), shapeBox::makeRows);
        OptionsWidth.follow(options, (Region) root, heading.fontProperty());
        model.settingsProperty().addListener((observed, before, now) -> now.ifPresent(this::show));
        // What could not be read stays as it was, and so do the choices.
        model.jobs().problems().addListener((ListChangeListener<Object>)
                change -> model.settingsProperty().get().ifPresent(this::show));
    }

    Parent root() {
        return root;
    }

    @FXML
    private void initialize() {
        presets.getChildren().add(new FilesBox(model));
        presets.getChildren().add(new PresetBox(model.reading(), own));
        layouts.getChildren().add(new LayoutBox(model.reading()));
        shapes.getChildren().add(shapeBox);
        fill(kind, List.of(FileKind.values()), one -> texts.get("format.kind." + one.name()), FileFormat::withKind);
        fill(encoding, List.of(Encoding.values()), Encoding::label, FileFormat::withEncoding);
        fill(delimiter, List.of(',', ';', '\t', '|', ' ', '^', '~', ':'), this::name, FileFormat::withDelimiter);
        fill(quote, List.of('"', '\''), String::valueOf, FileFormat::withQuote);
        fill(header, List.of(Header.values()), this::name, FileFormat::withHeader);
        fill(decimal, List.of(DecimalMark.values()), this::name, FileFormat::withDecimalMark);
    }

    private <T> void fill(
            ComboBox<T> box, List<T> values, Function<T, String> label, BiFunction<FileFormat, T, FileFormat> change) {
        box.getItems().setAll(values);
        box.setConverter(InWords.of(label));
        box.setButtonCell(new LongChoice<>(label));
        box.valueProperty().addListener((observed, before, now) -> {
            if (!filling && now != null) {
                model.preview().ifPresent(rows -> model.reading().setFormat(change.apply(rows.format(), now)));
            }
        });
    }

    private void show(ImportSettings settings) {
        filling = true;
        FileFormat format = settings.preview().format();
        if (!delimiter.getItems().contains(format.delimiter())) {
            delimiter.getItems().add(format.delimiter());
        }
        kind.getItems().setAll(kinds(settings.detected().kind()));
        kind.setValue(format.kind());
        encoding.setValue(format.encoding());
        delimiter.setValue(format.delimiter());
        quote.setValue(format.quote());
        header.setValue(format.header());
        decimal.setValue(format.decimalMark());
        show(delimited, format.kind() == FileKind.DELIMITED);
        show(headed, hasHeader(format.kind()));
        show(written, format.kind().isText());
        decimal.setDisable(!format.kind().isText());
        showDetected(settings.detected());
        ImportPreview rows = settings.preview();
        rowCount.setText(texts.get(
                "format.preview.rows",
                rows.rows().size() + rows.broken().size(),
                rows.broken().size()));
        preview.show(settings);
        filling = false;
    }

    /// A text can be read as any kind of text; what is no text says what it is.
    private static List<FileKind> kinds(FileKind detected) {
        return detected.isText()
                ? Stream.of(FileKind.values()).filter(FileKind::isText).toList()
                : List.of(detected);
    }

    private static boolean hasHeader(FileKind kind) {
        return switch (kind) {
            case DELIMITED, WORKBOOK, ALIGNED, FIXED_WIDTH -> true;
            case JSON_LINES, JSON, PARQUET, AVRO, LISTS, LOG, W3C_LOG -> false;
        };
    }

    private static void show(Region box, boolean shown) {
        box.setVisible(shown);
        box.setManaged(shown);
    }

    private void showDetected(FileFormat found) {
        boolean cut = found.kind() == FileKind.DELIMITED;
        encodingDetected.setText(texts.get("format.detected", found.encoding().label()));
        delimiterDetected.setText(cut ? texts.get("format.detected", name(found.delimiter())) : "");
        headerDetected.setText(cut ? texts.get("format.detected", name(found.header())) : "");
        decimalDetected.setText(texts.get("format.detected", name(found.decimalMark())));
    }

    private String name(char character) {
        return switch (character) {
            case '\t' -> texts.get("format.delimiter.tab");
            case ',' -> texts.get("format.delimiter.comma");
            case ';' -> texts.get("format.delimiter.semicolon");
            case '|' -> texts.get("format.delimiter.bar");
            case ' ' -> texts.get("format.delimiter.blank");
            default -> texts.get("format.delimiter.other", String.valueOf(character));
        };
    }

    private String name(Header choice) {
        return switch (choice) {
            case PRESENT -> texts.get("format.header.present");
            case ABSENT -> texts.get("format.header.absent");
        };
    }

    private String name(DecimalMark mark) {
        return switch (mark) {
            case POINT -> texts.get("format.decimal.point");
            case COMMA -> texts.get("format.decimal.comma");
        };
    }
}
