package app.attune.recommend.ui;

import app.attune.core.chart.IntervalChart;
import app.attune.recommend.ComparisonChart;
import app.attune.recommend.Evaluation;
import app.attune.recommend.EvaluationRow;
import app.attune.recommend.Measured;
import app.attune.recommend.RecommenderNames;
import app.attune.recommend.RollingEvaluation;
import app.attune.recommend.RollingWords;
import app.attune.recommend.SplitWords;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// What was measured in another way, ready to be shown.
///
/// @param heads of the columns; the first is text, the others are numbers
record MeasuredTable(
        List<String> sentences, List<String> heads, List<List<String>> rows, String note, IntervalChart chart) {
    private static final double FIRST = 17;
    private static final double OTHERS = 12.5;

    static MeasuredTable of(MeasuringViewModel.Result result, Texts texts) {
        return switch (result.measured()) {
            case Measured.Once once -> once(once, texts);
            case Measured.Rolling rolling -> rolling(rolling.evaluation(), texts);
        };
    }

    private static MeasuredTable once(Measured.Once once, Texts texts) {
        Evaluation evaluation = once.evaluation();
        List<String> sentences = new ArrayList<>(Verdict.sentences(evaluation, texts));
        sentences.add(texts.get("measuring.leakage", SplitWords.leakage(evaluation.split())));
        sentences.addAll(SplitWords.core(evaluation.split()));
        once.findings().forEach(one -> sentences.add(one.message() + " " + one.remedy()));
        List<List<String>> rows = evaluation.distinctRows().stream()
                .map(row -> List.of(
                        RecommenderNames.ofRow(row.name()),
                        BeyondTable.metric(row.ndcg10()),
                        BeyondTable.metric(row.recall10()),
                        BeyondTable.metric(row.hit10())))
                .toList();
        return new MeasuredTable(
                sentences,
                heads(texts, "board.name", "board.ndcg10", "board.recall10", "board.hit10"),
                rows,
                texts.get("measuring.note", Numbers.count(evaluation.users())),
                ComparisonChart.of(evaluation));
    }

    private static MeasuredTable rolling(RollingEvaluation rolling, Texts texts) {
        RollingEvaluation.Row asked = rolling.asked();
        RollingEvaluation.Row popularity = rolling.rows().get(1);
        List<String> heads = heads(texts, "measuring.tested", "measuring.tests");
        heads.add(texts.get("measuring.ndcg", RecommenderNames.ofRow(asked.name())));
        heads.add(texts.get("measuring.ndcg", RecommenderNames.ofRow(popularity.name())));
        return new MeasuredTable(
                sentences(rolling),
                heads,
                periods(rolling, texts),
                texts.get(
                        "measuring.note.periods",
                        Numbers.count(rolling.answers()),
                        Numbers.count(asked.ndcg10().n())),
                RollingWords.chart(rolling, asked));
    }

    private static List<String> sentences(RollingEvaluation rolling) {
        List<String> sentences = new ArrayList<>();
        sentences.add(RollingWords.trend(rolling.asked()));
        rolling.periods().stream()
                .map(period -> SplitWords.core(period.split()))
                .flatMap(List::stream)
                .forEach(sentences::add);
        List<String> both =
                List.of(rolling.asked().name(), rolling.rows().get(1).name());
        rolling.differences().stream()
                .filter(one -> both.contains(one.best()) && both.contains(one.other()))
                .map(RollingWords::difference)
                .forEach(sentences::add);
        return sentences;
    }

    private static List<List<String>> periods(RollingEvaluation rolling, Texts texts) {
        RollingEvaluation.Row asked = rolling.asked();
        RollingEvaluation.Row popularity = rolling.rows().get(1);
        List<List<String>> rows = new ArrayList<>();
        for (RollingEvaluation.Period period : rolling.periods()) {
            rows.add(List.of(
                    RollingWords.days(period),
                    Numbers.count(period.split().testUsers()),
                    cell(RollingEvaluation.row(period, asked.name()), texts),
                    cell(RollingEvaluation.row(period, popularity.name()), texts)));
        }
        rows.add(List.of(
                texts.get("measuring.all"),
                Numbers.count(rolling.answers()),
                BeyondTable.metric(asked.ndcg10()),
                BeyondTable.metric(popularity.ndcg10())));
        return rows;
    }

    private static String cell(Optional<EvaluationRow> row, Texts texts) {
        return row.map(EvaluationRow::ndcg10).map(BeyondTable::metric).orElseGet(() -> texts.get("measuring.too-few"));
    }

    private static List<String> heads(Texts texts, String... keys) {
        List<String> heads = new ArrayList<>();
        for (String key : keys) {
            heads.add(texts.get(key));
        }
        return heads;
    }

    /// @param ruler a label in normal text size: columns grow with it
    void fill(TableView<List<String>> table, Label ruler) {
        table.getColumns().clear();
        for (int i = 0; i < heads.size(); i++) {
            int at = i;
            TableColumn<List<String>, String> column = new TableColumn<>(heads.get(at));
            column.setCellValueFactory(
                    row -> new ReadOnlyObjectWrapper<>(row.getValue().get(at)));
            column.setSortable(false);
            double letters = at == 0 ? FIRST : OTHERS;
            column.setPrefWidth(letters * ruler.getFont().getSize());
            ruler.fontProperty().addListener((observed, before, now) -> column.setPrefWidth(letters * now.getSize()));
            if (at > 0) {
                column.getStyleClass().add("number-column");
            }
            table.getColumns().add(column);
        }
        table.getItems().setAll(rows);
    }
}
