package app.attune.events.ui;

import app.attune.events.read.ColumnProfile;
import app.attune.events.read.DecimalMark;
import app.attune.events.read.Encoding;
import app.attune.events.read.FileFormat;
import app.attune.events.read.FileKind;
import app.attune.events.read.Header;
import app.attune.events.read.ImportPreview;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

/// How the file is written, beside its first rows read that way.
@SuppressWarnings("NullAway.Init") // filled from FXML
final class FormatView {
    private static final int MAX_COLUMNS = 30;
    private static final double LETTERS = 10;

    @FXML
    private Label kind;

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
    private final Parent root;
    private boolean filling;

    FormatView(ImportViewModel model) {
        this.model = model;
        this.root = Views.load(this);
        OptionsWidth.follow(options, (Region) root, heading.fontProperty());
        model.settingsProperty()
                .addListener((observed, before, now) -> now.ifPresent(settings -> show(settings.preview())));
    }

    Parent root() {
        return root;
    }

    @FXML
    private void initialize() {
        fill(encoding, List.of(Encoding.values()), Encoding::label, FileFormat::withEncoding);
        fill(delimiter, List.of(',', ';', '\t', '|', ' ', '^', '~', ':'), this::name, FileFormat::withDelimiter);
        fill(quote, List.of('"', '\''), String::valueOf, FileFormat::withQuote);
        fill(header, List.of(Header.values()), this::name, FileFormat::withHeader);
        fill(decimal, List.of(DecimalMark.values()), this::name, FileFormat::withDecimalMark);
    }

    private <T> void fill(
            ComboBox<T> box, List<T> values, Function<T, String> label, BiFunction<FileFormat, T, FileFormat> change) {
        box.getItems().setAll(values);
        box.setConverter(new Labels<>(label));
        box.valueProperty().addListener((observed, before, now) -> {
            if (!filling && now != null) {
                model.preview().ifPresent(preview -> model.setFormat(change.apply(preview.format(), now)));
            }
        });
    }

    private void show(ImportPreview preview) {
        filling = true;
        FileFormat format = preview.format();
        boolean delimited = format.kind() == FileKind.DELIMITED;
        if (!delimiter.getItems().contains(format.delimiter())) {
            delimiter.getItems().add(format.delimiter());
        }
        encoding.setValue(format.encoding());
        delimiter.setValue(format.delimiter());
        quote.setValue(format.quote());
        header.setValue(format.header());
        decimal.setValue(format.decimalMark());
        List.of(delimiter, quote, header).forEach(box -> box.setDisable(!delimited));
        boolean text = format.kind().isText();
        encoding.setDisable(!text);
        decimal.setDisable(!text);
        kind.setText(texts.get("format.kind." + format.kind().name()));
        model.settingsProperty().get().map(ImportSettings::detected).ifPresent(this::showDetected);
        rowCount.setText(texts.get(
                "format.preview.rows",
                preview.rows().size() + preview.broken().size(),
                preview.broken().size()));
        showRows(preview);
        filling = false;
    }

    private void showDetected(FileFormat found) {
        boolean delimited = found.kind() == FileKind.DELIMITED;
        encodingDetected.setText(texts.get("format.detected", found.encoding().label()));
        delimiterDetected.setText(delimited ? texts.get("format.detected", name(found.delimiter())) : "");
        headerDetected.setText(delimited ? texts.get("format.detected", name(found.header())) : "");
        decimalDetected.setText(texts.get("format.detected", name(found.decimalMark())));
    }

    private void showRows(ImportPreview preview) {
        table.getColumns().clear();
        for (int i = 0; i < Math.min(preview.columns().size(), MAX_COLUMNS); i++) {
            int position = i;
            ColumnProfile profile = preview.columns().get(i);
            TableColumn<List<String>, String> column =
                    new TableColumn<>(profile.name() + "\n" + profile.type().label());
            column.setCellValueFactory(
                    row -> new SimpleStringProperty(row.getValue().get(position)));
            column.setSortable(false);
            column.prefWidthProperty()
                    .bind(Bindings.createDoubleBinding(
                            () -> LETTERS * heading.getFont().getSize(), heading.fontProperty()));
            table.getColumns().add(column);
        }
        table.getItems().setAll(preview.rows());
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

    /// Shows values by their label; never reads one back.
    static final class Labels<T> extends StringConverter<T> {
        private final Function<T, String> label;

        Labels(Function<T, String> label) {
            this.label = label;
        }

        @Override
        public String toString(T value) {
            return value == null ? "" : label.apply(value);
        }

        @Override
        public T fromString(String text) {
            throw new IllegalStateException("Not editable");
        }
    }
}
