package app.attune.events.ui;

import app.attune.events.ImportService;
import app.attune.events.MappingService;
import app.attune.ui.Action;
import app.attune.ui.Destination;
import app.attune.ui.EmptyState;
import app.attune.ui.History;
import app.attune.ui.Kit;
import app.attune.ui.MessageBar;
import app.attune.ui.Numbers;
import app.attune.ui.Screen;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/// The import wizard: file, format, columns, check.
@SuppressWarnings("NullAway.Init") // filled from FXML
public final class ImportView implements Screen {
    @FXML
    private Label fileName;

    @FXML
    private HBox steps;

    @FXML
    private MessageBar messages;

    @FXML
    private HBox applied;

    @FXML
    private Label appliedName;

    @FXML
    private Button undoApplied;

    @FXML
    private StackPane content;

    @FXML
    private EmptyState filePane;

    @FXML
    private ImportBar running;

    @FXML
    private Label sample;

    @FXML
    private HBox buttons;

    @FXML
    private Label reason;

    @FXML
    private Button back;

    @FXML
    private Button next;

    private final Texts texts = Texts.of("events");
    private final ImportViewModel model;
    private final ImportActions does;
    private final FormatView formatPane;
    private final ColumnsView columnsPane;
    private final ReportView reportPane;
    private final Parent root;
    private Optional<String> workspace = Optional.empty();

    /// @param clock tells one pause in typing from another
    public ImportView(ImportService imports, MappingService mappings, Kit kit, Clock clock) {
        this.model = new ImportViewModel(imports, mappings, kit, clock);
        SavedMappingBox saved = new SavedMappingBox(model, kit.dialogs());
        this.does = new ImportActions(model, kit, saved.actions());
        this.formatPane = new FormatView(model, does.ownPreset());
        this.columnsPane = new ColumnsView(model, saved);
        this.reportPane = new ReportView(model, does);
        this.root = Views.load(this);
    }

    /// Names the workspace the rows go into.
    public ImportView into(String name) {
        workspace = Optional.of(name);
        return this;
    }

    /// Names the sample as the workspace the rows go into, and says that it is the sample.
    public ImportView intoSample(String name) {
        sample.setText(texts.get("import.sample"));
        return into(name);
    }

    @Override
    public String id() {
        return Destination.IMPORT;
    }

    @Override
    public String title() {
        return texts.get("import.title");
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public List<Action> actions() {
        return does.all();
    }

    /// A finished import makes room for the next one.
    @Override
    public void shown() {
        if (model.stepProperty().get() == ImportStep.RESULT) {
            model.reset();
        }
    }

    @Override
    public Optional<History<?>> history() {
        return Optional.of(model.reading().history());
    }

    /// Looks into the file of this name.
    @Override
    public void opened(String path) {
        model.choose(List.of(Path.of(path)));
    }

    @Override
    public String objectTitle(String path) {
        return String.valueOf(Path.of(path).getFileName());
    }

    /// Files with the same columns are imported together, others after them.
    @Override
    public void dropped(List<Path> files) {
        model.choose(files);
    }

    @FXML
    private void initialize() {
        content.getChildren().addAll(formatPane.root(), columnsPane.root(), reportPane.root());
        running.watch(model.jobs());
        does.next().attachTo(next);
        does.back().attachTo(back);
        does.cancel().attachTo(running.cancelButton());
        does.undoApplied().attachTo(undoApplied);
        showReason();
        model.stepProperty().addListener((observed, before, now) -> showStep(now));
        model.jobs().busyProperty().addListener((observed, before, now) -> filePane.setDisable(now));
        model.jobs().countingProperty().addListener((observed, before, now) -> showNext());
        model.sourcesProperty().addListener((observed, before, now) -> fileName.setText(SourceWords.name(now, texts)));
        model.settingsProperty().addListener((observed, before, now) -> showApplied());
        model.checkProperty().addListener((observed, before, now) -> showNext());
        model.jobs().problems().addListener((ListChangeListener<Object>)
                change -> messages.show(List.copyOf(model.jobs().problems())));
        model.jobs().newsProperty().addListener((observed, before, now) -> showNews(now));
        showApplied();
        showStep(ImportStep.FILE);
    }

    private void showReason() {
        reason.textProperty().bind(model.nextReasonProperty());
        FontIcon warning = new FontIcon("mdomz-warning");
        warning.getStyleClass().add("status-warn");
        reason.graphicProperty()
                .bind(Bindings.createObjectBinding(
                        () -> reason.getText().isEmpty()
                                        || model.jobs().busyProperty().get()
                                ? null
                                : warning,
                        reason.textProperty(),
                        model.jobs().busyProperty()));
    }

    @FXML
    private void browse() {
        does.browse();
    }

    @FXML
    private void browseFolder() {
        does.browseFolder();
    }

    /// Whose choice the settings are, while they can still be changed.
    private void showApplied() {
        String words = model.settingsProperty()
                .get()
                .map(now -> words(now.origin()))
                .filter(sentence -> model.stepProperty().get() == ImportStep.FORMAT
                        || model.stepProperty().get() == ImportStep.COLUMNS)
                .orElse("");
        appliedName.setText(words);
        show(applied, !words.isEmpty());
    }

    private String words(Origin origin) {
        return switch (origin) {
            case Origin.Guessed guessed -> "";
            case Origin.FromPreset preset -> preset.reason();
            case Origin.Saved saved -> (texts.get("mapping.applied", saved.name()) + " " + saved.note()).strip();
        };
    }

    private void showNext() {
        boolean last = model.stepProperty().get() == ImportStep.CHECK;
        Optional<String> rows = model.checkProperty()
                .get()
                .map(check -> check.report().accepted())
                .filter(count -> last && count > 0)
                .map(Numbers::count);
        show(sample, last && !sample.getText().isEmpty());
        next.setText(rows.map(this::importing).orElseGet(() -> texts.get(last ? "import.check" : "import.next")));
    }

    private String importing(String rows) {
        return workspace
                .map(name -> texts.get("import.into", rows, name))
                .orElseGet(() -> texts.get("import.import", rows));
    }

    private void showNews(String sentence) {
        if (sentence.isEmpty()) {
            messages.clear();
        } else {
            messages.say(sentence);
        }
    }

    private void showStep(ImportStep step) {
        show(filePane, step == ImportStep.FILE);
        show(formatPane.root(), step == ImportStep.FORMAT);
        show(columnsPane.root(), step == ImportStep.COLUMNS);
        show(reportPane.root(), step == ImportStep.CHECK || step == ImportStep.RESULT);
        show(buttons, step != ImportStep.FILE && step != ImportStep.RESULT);
        showApplied();
        showNext();
        steps.getChildren().setAll(stepLabels(step));
    }

    private List<Label> stepLabels(ImportStep now) {
        return List.of(ImportStep.values()).stream()
                .map(step -> {
                    Label label =
                            new Label(texts.get("import.steps." + step.name().toLowerCase(Locale.ROOT)));
                    label.getStyleClass().add(step == now ? "strong" : "muted");
                    label.setMinWidth(Label.USE_PREF_SIZE);
                    return label;
                })
                .toList();
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    ImportViewModel model() {
        return model;
    }
}
