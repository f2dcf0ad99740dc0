package app.attune.segments.ui;

import app.attune.segments.SegmentDraft;
import app.attune.segments.compare.FigureWords;
import app.attune.segments.compare.Flows.Period;
import app.attune.segments.compare.KeyFigures;
import app.attune.segments.compare.KeyFigures.Measure;
import app.attune.stats.Interval;
import app.attune.ui.LetterColumns;
import app.attune.ui.MessageBar;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import app.attune.ui.WholeTable;
import app.attune.ui.chart.ChartView;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Key figures of the segment beside those of the others, and its flows week by week.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class FiguresView {
    private static final double NAME = 14;
    private static final double USERS = 6;
    private static final double FIGURE = 14;
    private static final double UNTIL = 7.5;
    private static final double FLOW = 5;
    private static final double EDGE = 1.2;

    @FXML
    private MessageBar figuresMessages;

    @FXML
    private VBox figuresFound;

    @FXML
    private Label figuresSentence;

    @FXML
    private WholeTable<KeyFigures.Row> figuresTable;

    @FXML
    private Label figuresCaution;

    @FXML
    private ChartView figuresChart;

    @FXML
    private Label flowsSentence;

    @FXML
    private WholeTable<Period> flowsTable;

    @FXML
    private ChartView flowsChart;

    private final Texts texts = Texts.of("segments");
    private final FiguresViewModel model;
    private final Parent root;

    FiguresView(FiguresViewModel model) {
        this.model = model;
        this.root = Views.load(this);
        addFigureColumns();
        addFlowColumns();
        model.problems().addListener((ListChangeListener<Object>) change -> figuresMessages.show(model.problems()));
        model.foundProperty().addListener((observed, before, now) -> show(now));
        show(Optional.empty());
    }

    private void addFigureColumns() {
        LetterColumns<KeyFigures.Row> columns = new LetterColumns<>(figuresTable, figuresSentence);
        columns.fill(
                columns.text(texts.get("column.name"), NAME, KeyFigures.Row::name), NAME, USERS + 3 * FIGURE + EDGE);
        columns.number(texts.get("column.users"), USERS, row -> Numbers.count(row.users()), KeyFigures.Row::users);
        for (Measure measure : Measure.values()) {
            columns.number(
                    texts.get("figures." + measure.name()),
                    FIGURE,
                    row -> FigureWords.cell(row, measure),
                    row -> FigureWords.value(row, measure)
                            .map(Interval::estimate)
                            .orElse(-1.0));
        }
    }

    private void addFlowColumns() {
        LetterColumns<Period> columns = new LetterColumns<>(flowsTable, figuresSentence);
        columns.number(
                texts.get("flows.until"),
                UNTIL,
                one -> Numbers.until(one.to()),
                one -> one.to().toEpochMilli());
        flow(columns, "before", Period::before);
        flow(columns, "left", Period::left);
        flow(columns, "stayed", Period::stayed);
        flow(columns, "entered", Period::entered);
        flow(columns, "after", Period::after);
    }

    private void flow(LetterColumns<Period> columns, String key, ToIntFunction<Period> users) {
        columns.number(
                texts.get("flows." + key),
                FLOW,
                one -> Numbers.count(users.applyAsInt(one)),
                one -> users.applyAsInt(one));
    }

    /// Measures this state of the segment.
    void show(SegmentDraft draft) {
        figuresChart.fade();
        flowsChart.fade();
        model.show(draft);
    }

    private void show(Optional<FiguresViewModel.Found> found) {
        figuresFound.setVisible(found.isPresent());
        figuresFound.setManaged(found.isPresent());
        figuresTable.getItems().setAll(found.map(both -> both.figures().rows()).orElse(List.of()));
        flowsTable.getItems().setAll(found.map(both -> both.flows().periods()).orElse(List.of()));
        found.ifPresent(both -> {
            figuresSentence.setText(FigureWords.sentence(both.figures()));
            figuresCaution.setText(FigureWords.caution(both.figures()));
            figuresChart.show(FigureWords.chart(both.figures()));
            flowsSentence.setText(FigureWords.sentence(both.flows()));
            flowsChart.show(FigureWords.chart(both.flows()));
        });
    }

    Parent root() {
        return root;
    }
}
