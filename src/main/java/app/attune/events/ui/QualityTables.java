package app.attune.events.ui;

import app.attune.events.ImportReport;
import app.attune.events.quality.ColumnQuality;
import app.attune.events.quality.DailyVolume;
import app.attune.events.quality.Expectation;
import app.attune.events.quality.ExpectationWords;
import app.attune.events.quality.LateEvents;
import app.attune.events.quality.Lateness;
import app.attune.events.quality.Membership;
import app.attune.events.quality.Outcome;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The columns of the tables on the quality tab.
final class QualityTables {
    private final Texts texts;
    private final ObservableValue<Font> font;

    /// @param font columns grow with it
    QualityTables(Texts texts, ObservableValue<Font> font) {
        this.texts = texts;
        this.font = font;
    }

    void columns(TableView<ColumnQuality> table) {
        table.getColumns()
                .setAll(List.of(
                        text("column", 11, one -> one.profile().field().name()),
                        number("filled", 6, one -> Numbers.percent(one.completeness())),
                        number("missing", 7, one -> Numbers.count(one.profile().missing())),
                        number("valid", 6, one -> Numbers.percent(one.validity())),
                        number("invalid", 7, one -> Numbers.count(one.invalid())),
                        number(
                                "different",
                                8,
                                one -> Numbers.count(one.profile().distinct())),
                        number("unique", 7, one -> Numbers.percent(one.uniqueness())),
                        text("rule", 30, one -> texts.get("quality.rule." + one.rule()))));
        placeholder(table, "quality.columns.none");
    }

    void days(TableView<DailyVolume.Day> table) {
        table.getColumns()
                .setAll(List.of(
                        text("day", 8, day -> Numbers.date(day.date())),
                        number("events", 7, day -> Numbers.count(day.events())),
                        number("usual", 6, day -> Numbers.count(Math.round(day.usual()))),
                        number("between", 9, QualityTables::between),
                        number("score", 6, day -> String.format(Locale.ENGLISH, "%+.1f", day.score())),
                        text("verdict", 9, day -> texts.get("quality.verdict." + day.verdict()))));
        placeholder(table, "quality.days.none");
    }

    private static String between(DailyVolume.Day day) {
        return Numbers.count(Math.round(day.low())) + "-" + Numbers.count(Math.round(day.high()));
    }

    void imports(TableView<ImportReport> table) {
        table.getColumns()
                .setAll(List.of(
                        number("import", 3.5, one -> Long.toString(one.importId())),
                        text("source", 12, ImportReport::fileName),
                        text("when", 10.5, one -> Numbers.dateTime(Instant.parse(one.startedAt()))),
                        number("read", 5.5, one -> Numbers.count(one.read())),
                        number("accepted", 6.5, one -> Numbers.count(one.accepted())),
                        number("dropped", 6.5, one -> Numbers.count(one.duplicatesDropped())),
                        number("present", 6, one -> Numbers.count(one.alreadyPresent())),
                        number("filtered", 6, one -> Numbers.count(one.filtered())),
                        number("quarantined", 6.5, one -> Numbers.count(one.quarantined())),
                        text("sum", 5.5, one -> texts.get(one.addsUp() ? "quality.sum.holds" : "quality.sum.broken"))));
        placeholder(table, "quality.imports.none");
    }

    void outcomes(TableView<Outcome> table) {
        TableColumn<Outcome, String> verdict = text("outcome", 8, one -> texts.get("quality.outcome." + one.verdict()));
        verdict.setCellFactory(column -> new VerdictCell());
        table.getColumns()
                .setAll(List.of(
                        verdict,
                        text("name", 14, one -> given(one.expectation())),
                        text(
                                "check",
                                18,
                                one -> ExpectationWords.of(one.expectation().check())),
                        text("found", 28, Outcome::found)));
        placeholder(table, "quality.expect.none");
    }

    /// The name it was given, "-" where it is called by what it expects.
    private static String given(Expectation expectation) {
        return expectation.name().equals(ExpectationWords.of(expectation.check())) ? "-" : expectation.name();
    }

    void late(TableView<LateEvents.Late> table) {
        table.getColumns()
                .setAll(List.of(
                        text("late-user", 12, LateEvents.Late::user),
                        text("late-time", 12, one -> Numbers.dateTime(one.time())),
                        text("late-type", 9, LateEvents.Late::type),
                        text("late-item", 12, one -> one.item().isEmpty() ? Numbers.NONE : one.item()),
                        text("late-loaded", 12, one -> Numbers.dateTime(one.loaded())),
                        number("late-by", 7, one -> Lateness.words(one.lateness()))));
        placeholder(table, "quality.late.no-events");
    }

    void placeholder(TableView<?> table, String key) {
        Label none = new Label(texts.get(key));
        none.setWrapText(true);
        table.setPlaceholder(none);
    }

    /// Of two states of the data.
    void memberships(TableView<Membership> table) {
        table.getColumns()
                .setAll(List.of(
                        text("segment", 16, Membership::segment),
                        number("members-before", 10, one -> Numbers.count(one.before())),
                        number("members-after", 10, one -> Numbers.count(one.after())),
                        number("entered", 7, one -> Numbers.count(one.entered())),
                        number("left", 7, one -> Numbers.count(one.left()))));
    }

    <T> TableColumn<T, String> text(String name, double letters, Function<T, String> cell) {
        return titled(texts.get("quality.column." + name), letters, cell);
    }

    /// With a heading that is no word of ours.
    <T> TableColumn<T, String> titled(String title, double letters, Function<T, String> cell) {
        TableColumn<T, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(cell.apply(row.getValue())));
        column.setSortable(false);
        column.setPrefWidth(letters * font.getValue().getSize());
        font.addListener((observed, before, now) -> column.setPrefWidth(letters * now.getSize()));
        return column;
    }

    <T> TableColumn<T, String> number(String name, double letters, Function<T, String> cell) {
        TableColumn<T, String> column = text(name, letters, cell);
        column.getStyleClass().add("number-column");
        return column;
    }

    /// An icon beside the word.
    private static final class VerdictCell extends TableCell<Outcome, String> {
        @Override
        protected void updateItem(@Nullable String word, boolean empty) {
            super.updateItem(word, empty);
            Outcome outcome = getTableRow() == null ? null : getTableRow().getItem();
            if (empty || outcome == null) {
                setText("");
                setGraphic(null);
                return;
            }
            setText(word);
            setGraphic(icon(outcome.verdict()));
        }

        private static FontIcon icon(Outcome.Verdict verdict) {
            FontIcon icon = new FontIcon(
                    switch (verdict) {
                        case PASS -> "mdoal-check_circle";
                        case FAIL -> "mdoal-error";
                        case UNKNOWN -> "mdoal-help_outline";
                    });
            icon.getStyleClass()
                    .add(
                            switch (verdict) {
                                case PASS -> "status-good";
                                case FAIL -> "status-bad";
                                case UNKNOWN -> "status-warn";
                            });
            return icon;
        }
    }
}
