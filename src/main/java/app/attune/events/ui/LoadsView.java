package app.attune.events.ui;

import app.attune.core.Problem;
import app.attune.events.ImportReport;
import app.attune.events.quality.AttributeDelta;
import app.attune.events.quality.KeyFigures;
import app.attune.events.quality.LoadDelta;
import app.attune.events.quality.Membership;
import app.attune.ui.Action;
import app.attune.ui.InWords;
import app.attune.ui.MessageBar;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.util.StringConverter;

/// What each import did with its rows, what changed between any two, and the way to forget one.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class LoadsView implements QualityPage {
    private static final Long NOTHING = 0L;

    @FXML
    private TableView<ImportReport> imports;

    @FXML
    private ComboBox<Long> from;

    @FXML
    private ComboBox<Long> to;

    @FXML
    private Button compareLoads;

    @FXML
    private Button forgetImport;

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
    private final ImportForgetting forgetting;

    /// @param reload looks at the events again once an import is forgotten
    LoadsView(DataContext context, Runnable reload) {
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
        this.forgetting = new ImportForgetting(context, messages, reload);
        prepareStates();
        Action compare = Action.of("quality.loads.compare", texts.get("loads.action.compare"), this::compare)
                .disabledBy(
                        Bindings.createStringBinding(this::notComparable, from.valueProperty(), to.valueProperty()));
        compare.attachTo(compareLoads);
        ReadOnlyObjectProperty<ImportReport> chosen =
                imports.getSelectionModel().selectedItemProperty();
        Action forget = Action.of("quality.loads.forget", texts.get("loads.action.forget"), this::forget)
                .disabledBy(Bindings.createStringBinding(
                        () -> forgetting.isBusy()
                                ? texts.get("loads.reason.forgetting")
                                : chosen.get() == null ? texts.get("loads.reason") : "",
                        chosen,
                        forgetting.busyProperty()));
        forget.attachTo(forgetImport);
        this.actions = List.of(compare, forget);
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
            List<Long> ids = reports.stream().map(ImportReport::importId).toList();
            imports.getItems().setAll(reports);
            to.getItems().setAll(ids);
            from.getItems().setAll(ids);
            from.getItems().add(NOTHING);
            imports.getSelectionModel().selectFirst();
            memberships.getItems().clear();
            sentence.setText(texts.get("loads.how"));
        }
    }

    private void prepareStates() {
        StringConverter<Long> words = InWords.of(this::name);
        from.setConverter(words);
        to.setConverter(words);
        imports.getSelectionModel()
                .selectedItemProperty()
                .addListener((observed, before, now) -> Optional.ofNullable(now).ifPresent(this::propose));
    }

    private String name(long id) {
        return imports.getItems().stream()
                .filter(report -> report.importId() == id)
                .findFirst()
                .map(report -> texts.get("loads.state", Long.toString(id), report.fileName()))
                .orElse(texts.get("loads.state.nothing"));
    }

    /// What the chosen import changed.
    private void propose(ImportReport chosen) {
        to.setValue(chosen.importId());
        from.setValue(from.getItems().stream()
                .filter(id -> id < chosen.importId())
                .max(Long::compare)
                .orElse(NOTHING));
    }

    private String notComparable() {
        Long before = from.getValue();
        Long after = to.getValue();
        if (before == null || after == null) {
            return texts.get("loads.reason");
        }
        return before < after ? "" : texts.get("loads.reason.order");
    }

    private void compare() {
        long before = from.getValue();
        long after = to.getValue();
        delta.run(progress -> context.desk().loads().of(before, after, progress));
    }

    private void forget() {
        ImportReport chosen = imports.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            forgetting.ask(chosen);
        }
    }

    private void show(LoadDelta found) {
        KeyFigures before = found.figuresBefore();
        KeyFigures after = found.figuresAfter();
        sentence.setText(texts.get(
                        "loads.sentence",
                        name(found.before()),
                        name(found.after()),
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
