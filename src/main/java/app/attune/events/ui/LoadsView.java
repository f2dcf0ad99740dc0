package app.attune.events.ui;

import app.attune.core.Problem;
import app.attune.events.ImportReport;
import app.attune.events.quality.AttributeDelta;
import app.attune.events.quality.KeyFigures;
import app.attune.events.quality.LoadDelta;
import app.attune.events.quality.Membership;
import app.attune.ui.Action;
import app.attune.ui.MessageBar;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;

/// What each import did with its rows, and what one changed: figures and memberships.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class LoadsView implements QualityPage {
    @FXML
    private TableView<ImportReport> imports;

    @FXML
    private Button compareLoads;

    @FXML
    private MessageBar messages;

    @FXML
    private Label sentence;

    @FXML
    private TableView<Membership> memberships;

    private final Texts texts = Texts.of("events");
    private final DataContext context;
    private final Lookup<LoadDelta> delta;
    private final Parent root;
    private final List<Action> actions;

    LoadsView(DataContext context) {
        this.context = context;
        this.delta = new Lookup<>(context.tasks(), texts.get("loads.comparing"));
        this.root = Views.load(this);
        QualityTables tables = new QualityTables(texts, sentence.fontProperty());
        tables.imports(imports);
        tables.memberships(memberships);
        tables.placeholder(memberships, "loads.none");
        delta.valueProperty().addListener((observed, before, now) -> now.ifPresent(this::show));
        delta.problems()
                .addListener((ListChangeListener<Problem>) change -> messages.show(List.copyOf(delta.problems())));
        Action compare = Action.of("quality.loads.compare", texts.get("loads.action.compare"), this::compare)
                .disabledBy(imports.getSelectionModel()
                        .selectedItemProperty()
                        .map(one -> "")
                        .orElse(texts.get("loads.reason")));
        compare.attachTo(compareLoads);
        this.actions = List.of(compare);
    }

    @Override
    public String name() {
        return "imports";
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
        if (delta.valueProperty().get().isEmpty()) {
            sentence.setText(texts.get("loads.how"));
        }
    }

    /// Newest first.
    void show(List<ImportReport> reports) {
        if (!imports.getItems().equals(reports)) {
            imports.getItems().setAll(reports);
            imports.getSelectionModel().selectFirst();
        }
    }

    private void compare() {
        ImportReport chosen = imports.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            long before = imports.getItems().stream()
                    .mapToLong(ImportReport::importId)
                    .filter(id -> id < chosen.importId())
                    .max()
                    .orElse(0);
            delta.run(progress -> context.desk().loads().of(before, chosen.importId(), progress));
        }
    }

    private void show(LoadDelta found) {
        KeyFigures before = found.figuresBefore();
        KeyFigures after = found.figuresAfter();
        sentence.setText(texts.get(
                        "loads.sentence",
                        Numbers.count(found.eventsAdded()),
                        Numbers.count(found.usersNew()),
                        step(before.events(), after.events()),
                        step(before.users(), after.users()),
                        step(before.purchases(), after.purchases()),
                        Numbers.amount(before.revenue()) + " to " + Numbers.amount(after.revenue()),
                        Numbers.dateTime(found.asOf()))
                + attributes(found.attributes()));
        memberships.getItems().setAll(found.segments());
    }

    private String attributes(List<AttributeDelta> changed) {
        String words = changed.stream().map(AttributeDelta::words).collect(Collectors.joining("; "));
        return words.isEmpty() ? "" : " " + texts.get("loads.attributes", words);
    }

    private String step(long before, long after) {
        return texts.get("loads.step", Numbers.count(before), Numbers.count(after));
    }
}
