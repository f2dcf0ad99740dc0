package app.attune.events.ui;

import app.attune.events.ImportReport;
import app.attune.events.ImportService;
import app.attune.ui.Action;
import app.attune.ui.Destination;
import app.attune.ui.Dialogs;
import app.attune.ui.EmptyState;
import app.attune.ui.Kit;
import app.attune.ui.MessageBar;
import app.attune.ui.Numbers;
import app.attune.ui.Screen;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/// The import wizard: file, format, columns, check.
@SuppressWarnings("NullAway.Init") // filled from FXML
public final class ImportView implements Screen {
    private static final List<String> PATTERNS =
            List.of("*.csv", "*.tsv", "*.txt", "*.data", "*.json", "*.jsonl", "*.ndjson", "*.inter", "*.gz");
    private static final Duration LOOK_EVERY = Duration.millis(200);

    @FXML
    private Label fileName;

    @FXML
    private HBox steps;

    @FXML
    private MessageBar messages;

    @FXML
    private StackPane content;

    @FXML
    private EmptyState filePane;

    @FXML
    private HBox running;

    @FXML
    private ProgressBar bar;

    @FXML
    private Label stage;

    @FXML
    private Button cancel;

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
    private final Kit kit;
    private final FormatView formatPane;
    private final ColumnsView columnsPane;
    private final ReportView reportPane;
    private final Timeline watch = new Timeline(new KeyFrame(LOOK_EVERY, event -> showStanding()));
    private final List<Action> actions;
    private final Parent root;

    public ImportView(ImportService imports, Kit kit) {
        this.kit = kit;
        this.model = new ImportViewModel(imports, kit);
        this.formatPane = new FormatView(model);
        this.columnsPane = new ColumnsView(model);
        this.reportPane = new ReportView();
        this.actions = makeActions();
        this.root = Views.load(this);
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
        return actions;
    }

    /// A finished import makes room for the next one.
    @Override
    public void shown() {
        if (model.stepProperty().get() == ImportStep.RESULT) {
            model.reset();
        }
    }

    /// Looks into the file of this name.
    @Override
    public void opened(String path) {
        model.choose(Path.of(path));
    }

    @Override
    public String objectTitle(String path) {
        return String.valueOf(Path.of(path).getFileName());
    }

    /// The first file is looked into.
    @Override
    public void dropped(List<Path> files) {
        files.stream().findFirst().ifPresent(model::choose);
    }

    private List<Action> makeActions() {
        ObservableValue<String> idle = Bindings.createStringBinding(
                () -> model.busyProperty().get() ? "" : texts.get("reason.idle"), model.busyProperty());
        ObservableValue<String> occupied = Bindings.createStringBinding(
                () -> model.busyProperty().get() ? texts.get("reason.busy") : "", model.busyProperty());
        ObservableValue<String> unfinished = Bindings.createStringBinding(
                () -> model.stepProperty().get() == ImportStep.CHECK
                        ? model.nextReasonProperty().get()
                        : texts.get("reason.unfinished"),
                model.stepProperty(),
                model.nextReasonProperty());
        return List.of(
                Action.of("import.browse", texts.get("action.import.browse"), this::browse)
                        .disabledBy(occupied),
                Action.of("import.next", texts.get("action.import.next"), model::next)
                        .withKey("Alt+Right")
                        .disabledBy(model.nextReasonProperty()),
                Action.of("import.back", texts.get("action.import.back"), model::back)
                        .withKey("Alt+Left")
                        .disabledBy(occupied),
                Action.of("import.cancel", texts.get("action.import.cancel"), model::cancel)
                        .disabledBy(idle),
                Action.of("import.finish", texts.get("action.import.finish"), model::next)
                        .withKey("Shortcut+ENTER")
                        .disabledBy(unfinished));
    }

    @FXML
    private void initialize() {
        content.getChildren().addAll(formatPane.root(), columnsPane.root(), reportPane.root());
        watch.setCycleCount(Animation.INDEFINITE);
        actions.get(1).attachTo(next);
        actions.get(2).attachTo(back);
        actions.get(3).attachTo(cancel);
        reason.textProperty().bind(model.nextReasonProperty());
        FontIcon warning = new FontIcon("mdomz-warning");
        warning.getStyleClass().add("status-warn");
        reason.graphicProperty()
                .bind(Bindings.createObjectBinding(
                        () -> reason.getText().isEmpty() || model.busyProperty().get() ? null : warning,
                        reason.textProperty(),
                        model.busyProperty()));
        reportPane.saveRejectedButton().setOnAction(event -> saveRejected());
        reportPane.anotherButton().setOnAction(event -> model.reset());
        reportPane.showFindingsButton().setOnAction(event -> kit.navigator().open(Destination.of(Destination.HOME)));
        model.stepProperty().addListener((observed, before, now) -> showStep(now));
        model.busyProperty().addListener((observed, before, now) -> showBusy(now));
        model.fileProperty()
                .addListener((observed, before, now) -> fileName.setText(
                        now.map(path -> String.valueOf(path.getFileName())).orElse("")));
        model.dryRunProperty()
                .addListener((observed, before, now) -> now.ifPresentOrElse(this::showDryRun, this::clearDryRun));
        model.resultProperty().addListener((observed, before, now) -> now.ifPresent(reportPane::showResult));
        model.problems()
                .addListener((ListChangeListener<Object>) change -> messages.show(List.copyOf(model.problems())));
        model.newsProperty().addListener((observed, before, now) -> showNews(now));
        showStep(ImportStep.FILE);
        showBusy(false);
    }

    @FXML
    private void browse() {
        Dialogs.FileKind kind = new Dialogs.FileKind(texts.get("import.file-kind"), PATTERNS);
        kit.dialogs().openFile(texts.get("import.browse"), kind).ifPresent(model::choose);
    }

    private void saveRejected() {
        Dialogs.FileKind kind = new Dialogs.FileKind(texts.get("import.rejected.kind"), List.of("*.csv"));
        Optional<Path> target =
                kit.dialogs().saveFile(texts.get("import.save-rejected"), kind, texts.get("import.rejected.name"));
        target.ifPresent(model::saveRejected);
    }

    private void showDryRun(ImportReport report) {
        reportPane.showDryRun(report);
        if (report.accepted() > 0) {
            next.setText(texts.get("import.import", Numbers.count(report.accepted())));
        }
    }

    private void clearDryRun() {
        reportPane.clear();
        next.setText(texts.get(model.stepProperty().get() == ImportStep.CHECK ? "import.check" : "import.next"));
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
        next.setText(texts.get(step == ImportStep.CHECK ? "import.check" : "import.next"));
        steps.getChildren().setAll(stepLabels(step));
    }

    private List<Label> stepLabels(ImportStep now) {
        return List.of(ImportStep.values()).stream()
                .map(step -> {
                    Label label =
                            new Label(texts.get("import.steps." + step.name().toLowerCase(Locale.ROOT)));
                    label.getStyleClass().add(step == now ? "strong" : "muted");
                    return label;
                })
                .toList();
    }

    private void showBusy(boolean busy) {
        show(running, busy);
        filePane.setDisable(busy);
        if (busy) {
            showStanding();
            watch.play();
        } else {
            watch.stop();
        }
    }

    private void showStanding() {
        WatchedProgress.Standing standing = model.standing();
        bar.setProgress(standing.fraction());
        stage.setText(standing.stage());
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
