package app.attune.rules.ui;

import app.attune.core.Problem;
import app.attune.rules.Rule;
import app.attune.rules.RuleAbout;
import app.attune.rules.RuleLimits;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentId;
import app.attune.ui.InWords;
import app.attune.ui.TabKey;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;

/// The form of the selected rule.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class RuleEditorView {
    @FXML
    private VBox form;

    @FXML
    private TextField name;

    @FXML
    private Label nameProblem;

    @FXML
    private ComboBox<SegmentId> segment;

    @FXML
    private ComboBox<Treatments> kind;

    @FXML
    private VBox treatmentBox;

    @FXML
    private ComboBox<Rule.Status> status;

    @FXML
    private TextArea intent;

    @FXML
    private TextField owner;

    @FXML
    private TextField ticket;

    @FXML
    private VBox examplesBox;

    @FXML
    private VBox rolloutBox;

    @FXML
    private VBox scheduleBox;

    @FXML
    private VBox capBox;

    @FXML
    private VBox contextBox;

    @FXML
    private VBox weightBox;

    @FXML
    private Spinner<Integer> place;

    @FXML
    private Button move;

    @FXML
    private Label sentence;

    @FXML
    private VBox findings;

    @FXML
    private VBox conflictsBox;

    private final RulesViewModel model;
    private final Texts texts = Texts.of("rules");
    private final TreatmentEditor treatment = new TreatmentEditor();
    private final ExamplesEditor examples = new ExamplesEditor();
    private final RolloutEditor rollout = new RolloutEditor();
    private final ContextEditor context = new ContextEditor();
    private final ScheduleEditor schedule = new ScheduleEditor();
    private final CapEditor cap = new CapEditor();
    private final WeightField weight = new WeightField();
    private final ConflictList conflicts;
    private final Parent root;
    private boolean showing;

    RuleEditorView(RulesViewModel model) {
        this.model = model;
        this.root = Views.load(this);
        this.conflicts = new ConflictList(model);
        conflictsBox.getChildren().add(conflicts);
        treatmentBox.getChildren().add(treatment);
        examplesBox.getChildren().add(examples);
        rolloutBox.getChildren().add(rollout);
        scheduleBox.getChildren().add(schedule);
        capBox.getChildren().add(cap);
        contextBox.getChildren().add(context);
        weightBox.getChildren().add(weight);
        prepareChoices();
        listen();
        model.rows().addListener((javafx.beans.InvalidationListener) observed -> show());
        model.selectedProperty().addListener(observed -> show());
        model.history().valueProperty().addListener(observed -> showPolicy());
        showPolicy();
        show();
    }

    Parent root() {
        return root;
    }

    void focusName() {
        name.requestFocus();
        name.selectAll();
    }

    private void prepareChoices() {
        segment.setConverter(InWords.of(id -> model.basis().segmentName(id)));
        kind.setConverter(InWords.of(value -> texts.get("rules.kind." + value)));
        kind.getItems().setAll(Treatments.values());
        status.setConverter(InWords.of(value -> texts.get("rules.status." + value)));
        status.getItems().setAll(Rule.Status.values());
        place.getEditor().setAccessibleText(texts.get("rules.place"));
    }

    private void listen() {
        name.textProperty().addListener((observed, before, now) -> edit(() -> rename(now)));
        TabKey.leaves(intent);
        intent.textProperty().addListener((observed, before, now) -> about("intent", about -> about.withIntent(now)));
        owner.textProperty().addListener((observed, before, now) -> about("owner", about -> about.withOwner(now)));
        ticket.textProperty().addListener((observed, before, now) -> about("ticket", about -> about.withTicket(now)));
        rollout.onEdited(changed -> limits("rollout", limits -> limits.withRollout(changed)));
        context.onEdited(changed -> limits("context", limits -> limits.withContext(changed)));
        cap.onEdited(changed -> limits("cap", limits -> limits.withCap(changed)));
        schedule.onEdited(changed -> limits("schedule", limits -> limits.withSchedule(changed)));
        weight.onEdited(
                changed -> edit(() -> model.typed(texts.get("rules.step.weight"), rule -> rule.withWeight(changed))));
        examples.onEdited(changed -> about("examples", about -> about.withExamples(changed)));
        segment.valueProperty()
                .addListener((observed, before, now) ->
                        edit(() -> model.change(texts.get("rules.step.segment"), rule -> rule.withSegment(now))));
        kind.valueProperty()
                .addListener((observed, before, now) -> edit(() -> model.change(
                        texts.get("rules.step.treatment"),
                        rule -> rule.withTreatment(now.start(rule.treatment(), model.basis())))));
        status.valueProperty().addListener((observed, before, now) -> edit(() -> activate(now)));
        treatment.onEdited(changed ->
                edit(() -> model.typed(texts.get("rules.step.treatment"), rule -> rule.withTreatment(changed))));
        move.setOnAction(event -> model.selectedRule().ifPresent(rule -> model.move(rule.id(), place.getValue())));
    }

    private void showPolicy() {
        weight.show(model.program().policy().hitPolicy());
    }

    private void limits(String step, UnaryOperator<RuleLimits> change) {
        edit(() -> model.typed(texts.get("rules.step." + step), rule -> rule.withLimits(change.apply(rule.limits()))));
    }

    private void about(String step, UnaryOperator<RuleAbout> change) {
        edit(() -> model.typed(texts.get("rules.step." + step), rule -> rule.withAbout(change.apply(rule.about()))));
    }

    /// Shows the old status again if the rule cannot be activated.
    private void activate(Rule.Status wanted) {
        model.setStatus(wanted);
        show();
    }

    private void rename(String to) {
        nameProblem.setVisible(to.isBlank());
        nameProblem.setManaged(to.isBlank());
        if (!to.isBlank()) {
            model.typed(texts.get("rules.step.name"), rule -> rule.withName(to.strip()));
        }
    }

    private void edit(Runnable change) {
        if (!showing) {
            change.run();
        }
    }

    private void show() {
        Optional<RuleRow> row = model.selectedRow();
        form.setVisible(row.isPresent());
        showing = true;
        row.ifPresent(this::show);
        showing = false;
    }

    private void show(RuleRow row) {
        Rule rule = row.rule();
        if (!name.getText().strip().equals(rule.name())) {
            name.setText(rule.name());
            nameProblem.setVisible(false);
            nameProblem.setManaged(false);
        }
        showText(intent, rule.about().intent());
        showText(owner, rule.about().owner());
        showText(ticket, rule.about().ticket());
        examples.show(rule.id(), rule.about());
        rollout.show(rule);
        cap.show(rule);
        schedule.show(rule.id(), rule.limits().schedule());
        weight.show(rule);
        context.show(rule.id(), rule.limits().context(), model.basis());
        showSegments(rule);
        kind.setValue(Treatments.of(rule.treatment()));
        status.setValue(rule.status());
        treatment.show(rule.id(), rule.treatment(), model.basis());
        place.setValueFactory(new IntegerSpinnerValueFactory(1, model.rows().size(), row.place()));
        sentence.setText(row.sentence());
        findings.getChildren()
                .setAll(row.findings().stream()
                        .map(finding -> finding(finding.problem()))
                        .toList());
        conflicts.show(row);
    }

    private static void showText(TextInputControl field, String text) {
        if (!field.getText().equals(text)) {
            field.setText(text);
        }
    }

    private void showSegments(Rule rule) {
        List<SegmentId> ids =
                model.basis().segments().stream().map(SegmentDefinition::id).toList();
        if (!segment.getItems().equals(ids)) {
            segment.getItems().setAll(ids);
        }
        segment.setValue(rule.segment());
    }

    private static VBox finding(Problem problem) {
        Label message = new Label(problem.message());
        message.getStyleClass().addAll("status-warn", "body-compact");
        Label remedy = new Label(problem.remedy());
        remedy.getStyleClass().add("body-compact");
        VBox box = new VBox(message, remedy);
        box.getChildren().forEach(child -> {
            ((Label) child).setWrapText(true);
            ((Label) child).setMinHeight(Label.USE_PREF_SIZE);
        });
        return box;
    }
}
