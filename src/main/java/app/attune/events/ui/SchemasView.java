package app.attune.events.ui;

import app.attune.core.Problem;
import app.attune.events.quality.SchemaChange;
import app.attune.events.quality.SchemaColumn;
import app.attune.events.quality.SchemaHistory;
import app.attune.events.quality.SchemaVersion;
import app.attune.ui.MessageBar;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;

/// The columns of every source over its imports, and what a change of them breaks.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class SchemasView implements QualityPage {
    @FXML
    private Label sentence;

    @FXML
    private MessageBar messages;

    @FXML
    private TableView<SchemaVersion> versions;

    @FXML
    private TableView<SchemaChange> changes;

    private final Texts texts = Texts.of("events");
    private final DataContext context;
    private final Lookup<SchemaHistory> history;
    private final Parent root;

    SchemasView(DataContext context) {
        this.context = context;
        this.history = new Lookup<>(context.tasks(), texts.get("schemas.reading"));
        this.root = Views.load(this);
        prepareTables(new QualityTables(texts, sentence.fontProperty()));
        history.valueProperty().addListener((observed, before, now) -> now.ifPresent(this::show));
        history.problems()
                .addListener((ListChangeListener<Problem>) change -> messages.show(List.copyOf(history.problems())));
    }

    private void prepareTables(QualityTables tables) {
        versions.getColumns()
                .setAll(List.of(
                        tables.text("source", 14, SchemaVersion::source),
                        tables.number("version", 5, one -> String.valueOf(one.number())),
                        tables.text("since", 11, one -> Numbers.dateTime(Instant.parse(one.since()))),
                        tables.number("imports", 6, one -> Numbers.count(one.imports())),
                        tables.number(
                                "count", 6, one -> Numbers.count(one.columns().size())),
                        tables.text("columns", 60, SchemasView::words)));
        tables.placeholder(versions, "quality.imports.none");
        changes.getColumns()
                .setAll(List.of(
                        tables.text("source", 14, SchemaChange::source),
                        tables.text("column", 10, SchemaChange::column),
                        tables.text("change", 8, one -> texts.get("schemas.kind." + one.kind())),
                        tables.text("before", 11, one -> orNone(one.before())),
                        tables.text("after", 11, one -> orNone(one.after())),
                        tables.text("breaks", 24, one -> orNone(String.join(", ", one.uses())))));
        tables.placeholder(changes, "schemas.none");
    }

    private static String words(SchemaVersion version) {
        return version.columns().stream().map(SchemaColumn::name).collect(Collectors.joining(", "));
    }

    private static String orNone(String text) {
        return text.isEmpty() ? Numbers.NONE : text;
    }

    @Override
    public String name() {
        return "schemas";
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void shown() {
        history.run(progress -> context.desk().schemas().history());
    }

    private void show(SchemaHistory found) {
        long breaking =
                found.changes().stream().filter(SchemaChange::isBreaking).count();
        sentence.setText(texts.get(
                "schemas.sentence",
                Numbers.count(found.versions().size()),
                Numbers.count(found.changes().size()),
                Numbers.count(breaking)));
        versions.getItems().setAll(found.versions());
        changes.getItems().setAll(found.changes());
    }
}
