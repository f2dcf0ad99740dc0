package app.attune.recommend.ui;

import app.attune.recommend.EvaluationRow;
import app.attune.recommend.Measure;
import app.attune.stats.Interval;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;

/// The columns of the leaderboard, all about how often lists hit; each sorts by its estimate.
final class BoardTable {
    private static final double NAME = 7.2;
    private static final double INTERVAL = 10.95;
    private static final double HIT = 8.4;
    private static final double SECONDS = 5.2;
    private static final double MILLIS = 1000;
    private static final long SHORT = 100;

    private final MeasureColumns columns;
    private final Texts texts;

    private BoardTable(MeasureColumns columns, Texts texts) {
        this.columns = columns;
        this.texts = texts;
    }

    /// @param ruler a label in normal text size: columns grow with it
    static void prepare(TableView<BoardRow> table, Label ruler, Texts texts) {
        new BoardTable(new MeasureColumns(table, ruler, texts), texts).columns();
    }

    private void columns() {
        columns.name(NAME);
        interval("board.ndcg10", row -> Optional.of(row.ndcg10()));
        interval("board.recall10", row -> Optional.of(row.recall10()));
        interval("board.recall20", row -> Optional.of(row.recall20()));
        interval("board.map10", row -> row.more().of(Measure.AVERAGE_PRECISION));
        var hit = columns.value(
                "board.hit10",
                row -> row.hit10().estimate(),
                row -> Numbers.percent(row.hit10().estimate()),
                HIT);
        MeasureColumns.explain(hit, texts.get("board.hit10.about"));
        columns.value("board.seconds", EvaluationRow::trainSeconds, row -> seconds(row.trainSeconds()), SECONDS);
    }

    private void interval(String key, Function<EvaluationRow, Optional<Interval>> measure) {
        MeasureColumns.explain(
                columns.interval(key, measure, one -> Numbers.metric(one.estimate(), one.low(), one.high()), INTERVAL),
                texts.get(key + ".about"));
    }

    static String seconds(double value) {
        long millis = Math.round(MILLIS * value);
        if (millis == 0) {
            return "<1 ms";
        }
        return millis < SHORT ? millis + " ms" : String.format(Locale.ENGLISH, "%.1f s", value);
    }
}
