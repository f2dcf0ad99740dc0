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

/// What lists are like besides how often they hit: how much of the catalogue they show, how new, how varied.
final class BeyondTable {
    private static final double NAME = 7.2;
    private static final double SHARE = 8.7;
    private static final double INTERVAL = 10.95;
    private static final double PERCENT = 100;

    private final MeasureColumns columns;
    private final Texts texts;

    private BeyondTable(MeasureColumns columns, Texts texts) {
        this.columns = columns;
        this.texts = texts;
    }

    /// @param ruler a label in normal text size: columns grow with it
    static void prepare(TableView<BoardRow> table, Label ruler, Texts texts) {
        new BeyondTable(new MeasureColumns(table, ruler, texts), texts).columns();
    }

    private void columns() {
        columns.name(NAME);
        MeasureColumns.explain(
                columns.value(
                        "board.coverage10", EvaluationRow::coverage10, row -> Numbers.percent(row.coverage10()), SHARE),
                texts.get("board.coverage10.about"));
        MeasureColumns.explain(
                columns.value("board.gini10", row -> row.more().gini10().orElse(Double.NaN), this::gini, SHARE),
                texts.get("board.gini10.about"));
        interval("board.novelty10", Measure.NOVELTY, BeyondTable::metric);
        interval("board.diversity10", Measure.DIVERSITY, BeyondTable::metric);
        interval("board.popularity10", Measure.POPULARITY, BeyondTable::percent);
        interval("board.miscalibration10", Measure.MISCALIBRATION, BeyondTable::metric);
    }

    private void interval(String key, Measure measure, Function<Interval, String> words) {
        Function<EvaluationRow, Optional<Interval>> value = row -> row.more().of(measure);
        MeasureColumns.explain(columns.interval(key, value, words, INTERVAL), texts.get(key + ".about"));
    }

    private String gini(EvaluationRow row) {
        return row.more().gini10().isPresent()
                ? Numbers.metric(row.more().gini10().getAsDouble())
                : texts.get("board.not-measured");
    }

    static String metric(Interval one) {
        return Numbers.metric(one.estimate(), one.low(), one.high());
    }

    /// "12.3% (11.9-12.7)".
    static String percent(Interval one) {
        return String.format(
                Locale.ENGLISH,
                "%.1f%% (%.1f-%.1f)",
                PERCENT * one.estimate(),
                PERCENT * one.low(),
                PERCENT * one.high());
    }
}
