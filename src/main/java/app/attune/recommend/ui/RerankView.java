package app.attune.recommend.ui;

import app.attune.recommend.ModelCard;
import app.attune.recommend.RecommenderNames;
import app.attune.recommend.RerankChart;
import app.attune.recommend.RerankCosts;
import app.attune.ui.Dialogs;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import app.attune.ui.chart.ChartView;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// Steps that re-rank the lists of the model chosen, and what they cost, in a table and a chart.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class RerankView {
    private static final double NAME = 16;
    private static final double STEP = 15;
    private static final double VALUE = 12.5;
    private static final double DIFFERENCE = 17;
    private static final double P = 4.6;
    private static final double VERDICT = 12;

    @FXML
    private GridPane rerankFields;

    @FXML
    private Button rerankButton;

    @FXML
    private Button rerankCopy;

    @FXML
    private Label rerankProblem;

    @FXML
    private VBox rerankResults;

    @FXML
    private Label rerankSummary;

    @FXML
    private TableView<RerankRow> rerankCosts;

    @FXML
    private Label rerankNote;

    @FXML
    private ChartView rerankChart;

    private final RerankViewModel model;
    private final Texts texts;
    private final Parent root;

    RerankView(RerankViewModel model, Supplier<Optional<ModelCard>> chosen, Texts texts, Dialogs dialogs) {
        this.model = model;
        this.texts = texts;
        this.root = Views.load(this);
        rerankChart.useDialogs(dialogs);
        fields();
        columns();
        rerankButton.setOnAction(event -> model.tell(chosen.get().map(ModelCard::id)));
        rerankCopy.setOnAction(event -> model.json().ifPresent(RerankView::copy));
        rerankProblem.textProperty().bind(model.problemProperty());
        rerankProblem.visibleProperty().bind(rerankProblem.textProperty().isNotEmpty());
        rerankProblem.managedProperty().bind(rerankProblem.visibleProperty());
        rerankResults.managedProperty().bind(rerankResults.visibleProperty());
        model.costsProperty().addListener((observed, before, now) -> show(now));
        show(Optional.empty());
    }

    Parent root() {
        return root;
    }

    private void fields() {
        for (RerankViewModel.Field field : RerankViewModel.Field.values()) {
            TextField typed = new TextField();
            typed.setId("rerank-" + field.name());
            typed.setPromptText(texts.get("rerank." + field + ".hint"));
            typed.textProperty().bindBidirectional(model.typedProperty(field));
            typed.setOnAction(event -> rerankButton.fire());
            Label label = new Label(texts.get("rerank." + field));
            label.getStyleClass().add("form-label");
            label.setLabelFor(typed);
            label.setMinWidth(Label.USE_PREF_SIZE);
            Label about = new Label(texts.get("rerank." + field + ".about"));
            about.getStyleClass().add("caption");
            about.setWrapText(true);
            about.setMinHeight(Label.USE_PREF_SIZE);
            rerankFields.addRow(rerankFields.getRowCount(), label, typed, about);
        }
    }

    private void columns() {
        column("rerank.measure", NAME, RerankRow::measure);
        column("rerank.step", STEP, RerankRow::step);
        number("rerank.before", VALUE, RerankRow::before);
        number("rerank.after", VALUE, RerankRow::after);
        number("rerank.difference", DIFFERENCE, RerankRow::difference);
        MeasureColumns.explain(number("groups.p", P, RerankRow::p), texts.get("rerank.p.about"));
        column("rerank.verdict", VERDICT, RerankRow::verdict);
    }

    private TableColumn<RerankRow, String> number(String key, double letters, Function<RerankRow, String> words) {
        TableColumn<RerankRow, String> column = column(key, letters, words);
        column.getStyleClass().add("number-column");
        return column;
    }

    private TableColumn<RerankRow, String> column(String key, double letters, Function<RerankRow, String> words) {
        TableColumn<RerankRow, String> column = new TableColumn<>(texts.get(key));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(words.apply(row.getValue())));
        column.setSortable(false);
        column.setPrefWidth(letters * rerankProblem.getFont().getSize());
        rerankProblem
                .fontProperty()
                .addListener((observed, before, now) -> column.setPrefWidth(letters * now.getSize()));
        rerankCosts.getColumns().add(column);
        return column;
    }

    private void show(Optional<RerankCosts> costs) {
        rerankResults.setVisible(costs.isPresent());
        costs.ifPresent(found -> {
            rerankSummary.setText(texts.get(
                    "rerank.summary",
                    RecommenderNames.of(found.model()),
                    found.reranking().words(),
                    Numbers.count(found.users())));
            rerankCosts.getItems().setAll(RerankRow.of(found, texts));
            rerankNote.setText(texts.get("rerank.note", Numbers.count(found.comparisons())));
            var chart = found.curves().stream().findFirst().flatMap(curve -> RerankChart.of(found, curve));
            rerankChart.setVisible(chart.isPresent());
            rerankChart.setManaged(chart.isPresent());
            chart.ifPresent(rerankChart::show);
        });
    }

    private static void copy(String json) {
        ClipboardContent content = new ClipboardContent();
        content.putString(json);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
