package app.attune.events.ui;

import app.attune.core.Problem;
import app.attune.events.reconcile.DaySum;
import app.attune.events.reconcile.Manifest;
import app.attune.events.reconcile.ManifestSql;
import app.attune.events.reconcile.Reconciliation;
import app.attune.ui.Action;
import app.attune.ui.Dialogs;
import app.attune.ui.InWords;
import app.attune.ui.MessageBar;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// Whether the events here are those on the server, day by day.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class ServerView implements QualityPage {
    @FXML
    private Label sentence;

    @FXML
    private Button compareManifest;

    @FXML
    private Button saveManifest;

    @FXML
    private ComboBox<ManifestSql> engine;

    @FXML
    private Button copyQuery;

    @FXML
    private MessageBar messages;

    @FXML
    private TableView<Reconciliation.Day> differences;

    private final Texts texts = Texts.of("events");
    private final DataContext context;
    private final Lookup<Reconciliation> found;
    private final Lookup<Integer> saved;
    private final Parent root;
    private final List<Action> actions;

    ServerView(DataContext context) {
        this.context = context;
        this.found = new Lookup<>(context.tasks(), texts.get("server.comparing"));
        this.saved = new Lookup<>(context.tasks(), texts.get("server.saving"));
        this.root = Views.load(this);
        prepareTable(new QualityTables(texts, sentence.fontProperty()));
        prepareEngines();
        found.valueProperty().addListener((observed, before, now) -> now.ifPresent(this::show));
        saved.valueProperty()
                .addListener((observed, before, now) ->
                        now.ifPresent(days -> messages.say(texts.get("server.saved", Numbers.count(days)))));
        List.of(found.problems(), saved.problems())
                .forEach(problems -> problems.addListener(
                        (ListChangeListener<Problem>) change -> messages.show(List.copyOf(problems))));
        this.actions = List.of(
                action("compare", this::compare, compareManifest),
                action("save", this::save, saveManifest),
                action("copy", this::copy, copyQuery));
    }

    private Action action(String name, Runnable work, Button button) {
        Action action = Action.of("quality.server." + name, texts.get("server.action." + name), work);
        action.attachTo(button);
        return action;
    }

    private void prepareTable(QualityTables tables) {
        differences
                .getColumns()
                .setAll(List.of(
                        tables.text(
                                "source",
                                16,
                                day -> day.source().equals(DaySum.ALL) ? texts.get("server.all") : day.source()),
                        tables.text("day", 8, day -> Numbers.date(day.day())),
                        tables.number("here", 8, day -> Numbers.count(day.here())),
                        tables.number("there", 8, day -> Numbers.count(day.there())),
                        tables.text("verdict", 18, day -> texts.get("server.verdict." + day.verdict()))));
        tables.placeholder(differences, "server.none");
    }

    private void prepareEngines() {
        engine.setConverter(InWords.of(ManifestSql::engine));
        engine.getItems().setAll(ManifestSql.values());
        engine.setValue(ManifestSql.SNOWFLAKE);
    }

    @Override
    public String name() {
        return "server";
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public List<Action> actions() {
        return actions;
    }

    @Override
    public void shown() {
        if (found.valueProperty().get().isEmpty()) {
            sentence.setText(texts.get("server.how"));
        }
    }

    private Dialogs.FileKind kind() {
        return new Dialogs.FileKind(texts.get("server.kind"), List.of("*.csv"));
    }

    private void compare() {
        context.dialogs()
                .openFile(texts.get("server.action.compare"), kind())
                .ifPresent(file ->
                        found.run(progress -> context.desk().reconcile().compare(Manifest.read(file), progress)));
    }

    private void save() {
        context.dialogs()
                .saveFile(texts.get("server.action.save"), kind(), texts.get("server.file"))
                .ifPresent(file -> saved.run(progress -> {
                    List<DaySum> sums = context.desk().reconcile().sums(progress);
                    Manifest.write(sums, file);
                    return sums.size();
                }));
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(engine.getValue().query("events"));
        Clipboard.getSystemClipboard().setContent(content);
        messages.say(texts.get("server.copied", engine.getValue().engine()));
    }

    private void show(Reconciliation now) {
        messages.clear();
        sentence.setText(texts.get(
                "server.sentence",
                Numbers.count(now.here()),
                Numbers.count(now.there()),
                Numbers.count(now.differences().size()),
                Numbers.count(now.days().size())));
        differences.getItems().setAll(now.differences());
    }
}
