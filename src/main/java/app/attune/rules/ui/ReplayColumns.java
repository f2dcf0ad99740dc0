package app.attune.rules.ui;

import app.attune.rules.replay.ReplayedRule;
import app.attune.rules.ui.ReplayView.Row;
import app.attune.ui.LetterColumns;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import app.attune.ui.WholeTable;
import java.util.function.ToLongFunction;
import javafx.scene.control.Label;

/// The columns of what a replay counted of rules.
final class ReplayColumns {
    private static final double NAME = 16;
    private static final double NUMBER = 8;
    private static final double EDGE = 1.2;

    private final Texts texts = Texts.of("rules");
    private final LetterColumns<Row> columns;

    private ReplayColumns(LetterColumns<Row> columns) {
        this.columns = columns;
    }

    /// @param letters as wide as those of the table
    static void fill(WholeTable<Row> table, Label letters, boolean comparing, boolean capping) {
        table.getColumns().clear();
        new ReplayColumns(new LetterColumns<>(table, letters)).fill(comparing, capping);
    }

    private void fill(boolean comparing, boolean capping) {
        double others = (4 + (comparing ? 1 : 0) + (capping ? 1 : 0)) * NUMBER + EDGE;
        columns.fill(
                columns.text(
                        texts.get("replay.column.rule"), NAME, row -> row.rule().name()),
                NAME,
                others);
        number("fired", row -> row.rule().fired());
        if (comparing) {
            columns.number(
                    texts.get("replay.column.change"),
                    NUMBER,
                    row -> row.before()
                            .map(was -> Numbers.change(row.rule().fired() - was.fired()))
                            .orElse(texts.get("replay.fresh")),
                    row -> row.rule().fired()
                            - row.before().map(ReplayedRule::fired).orElse(0L));
        }
        columns.number(
                texts.get("replay.column.share"),
                NUMBER,
                row -> Numbers.percent(row.rule().fired(), row.report().decisions()),
                row -> row.rule().fired());
        number("users", row -> row.rule().users());
        number("lost", row -> row.rule().lost());
        if (capping) {
            number("capped", row -> row.rule().capped());
        }
    }

    private void number(String key, ToLongFunction<Row> count) {
        columns.number(
                texts.get("replay.column." + key),
                NUMBER,
                row -> Numbers.count(count.applyAsLong(row)),
                count::applyAsLong);
    }
}
