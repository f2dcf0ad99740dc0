package app.attune.rules.ui;

import app.attune.core.Problem;
import app.attune.core.TaskSlot;
import app.attune.rules.Rule;
import app.attune.rules.RuleBasis;
import app.attune.rules.RuleCheck;
import app.attune.rules.RuleFinding;
import app.attune.rules.RuleId;
import app.attune.rules.RulePolicy;
import app.attune.rules.RuleProgram;
import app.attune.rules.RuleSet;
import app.attune.rules.StatusChange;
import app.attune.ui.History;
import app.attune.ui.Tasks;
import app.attune.ui.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The rules being edited: every change is a step to undo, is counted in the background and saved as a version.
final class RulesViewModel {
    private final RulesContext context;
    private final Tasks tasks;
    private final Texts texts = Texts.of("rules");
    private final TaskSlot loadSlot = new TaskSlot();
    private final RuleSaving saving;
    private final TestsViewModel tests;
    private final RuleCounting counting;
    private final History<RuleProgram> history;
    private final ObservableList<RuleRow> rows = FXCollections.observableArrayList();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ObjectProperty<RuleBasis> basis = new SimpleObjectProperty<>(RuleBasis.empty());
    private final StringProperty selected = new SimpleStringProperty("");
    private final BooleanProperty loaded = new SimpleBooleanProperty();

    RulesViewModel(RulesContext context) {
        this.context = context;
        this.tasks = context.tasks();
        this.saving = new RuleSaving(context);
        this.tests = new TestsViewModel(context);
        this.counting = new RuleCounting(tasks);
        this.history = new History<>(RuleProgram.of(List.of()), context.clock());
        history.valueProperty().addListener((observed, before, now) -> changed());
    }

    /// The rules in order, with what is known of them.
    ObservableList<RuleRow> rows() {
        return rows;
    }

    /// Every version, newest first.
    ObservableList<RuleSet> versions() {
        return saving.versions();
    }

    ObservableList<Problem> problems() {
        return problems;
    }

    ObjectProperty<RuleBasis> basisProperty() {
        return basis;
    }

    RuleBasis basis() {
        return basis.get();
    }

    /// The id of the rule in the editor; empty text for none.
    StringProperty selectedProperty() {
        return selected;
    }

    RuleSaving saving() {
        return saving;
    }

    /// False until the rules have been read for the first time.
    BooleanProperty loadedProperty() {
        return loaded;
    }

    /// How many users are held out, as counted last.
    IntegerProperty heldOutProperty() {
        return counting.heldOutProperty();
    }

    History<RuleProgram> history() {
        return history;
    }

    RuleProgram program() {
        return history.value();
    }

    List<Rule> rules() {
        return program().rules();
    }

    Optional<Rule> selectedRule() {
        return selectedRow().map(RuleRow::rule);
    }

    Optional<RuleRow> selectedRow() {
        return rows.stream()
                .filter(row -> row.rule().id().value().equals(selected.get()))
                .findFirst();
    }

    /// Reads rules and basis again; unsaved changes stay.
    void load() {
        record Loaded(List<RuleSet> versions, Optional<RuleSet> newest, RuleBasis basis) {}
        tasks.run(
                loadSlot,
                texts.get("rules.task.load"),
                progress -> new Loaded(
                        context.rules().versions(),
                        context.rules().newest(),
                        context.basis().load(progress)),
                result -> {
                    basis.set(result.basis());
                    show(result.versions(), result.newest());
                },
                problems::setAll);
    }

    private void show(List<RuleSet> all, Optional<RuleSet> head) {
        RuleProgram newest = saving.read(all, head);
        if (!loaded.get() || (!isUnsaved() && !saving.isSaved(newest))) {
            saving.startFrom(newest);
            history.reset(newest);
            selectFirst();
        }
        loaded.set(true);
        changed();
        tests.run(program(), basis());
    }

    /// Puts a new draft at the end and selects it. Needs a segment.
    void add() {
        basis().segments().stream().findFirst().ifPresent(segment -> {
            Rule rule = Treatments.draft(RuleOrder.freeId(rules()), texts.get("rules.new"), segment.id(), basis());
            insert(texts.get("rules.step.add"), rule, rules().size());
        });
    }

    void duplicate() {
        selectedRule().ifPresent(rule -> {
            Rule copy = RuleOrder.copy(rule, RuleOrder.freeId(rules()), texts.get("rules.copy-of", rule.name()));
            insert(texts.get("rules.step.duplicate"), copy, RuleOrder.indexOf(rules(), rule.id()) + 1);
        });
    }

    void delete() {
        selectedRule().ifPresent(rule -> {
            int index = RuleOrder.indexOf(rules(), rule.id());
            reorder(texts.get("rules.step.delete"), RuleOrder.removed(rules(), rule.id()));
            List<Rule> left = rules();
            selected.set(
                    left.isEmpty()
                            ? ""
                            : left.get(Math.min(index, left.size() - 1)).id().value());
        });
    }

    /// Moves the selected rule by so many places; negative is up.
    void moveBy(int places) {
        selectedRule().ifPresent(rule -> move(rule.id(), RuleOrder.indexOf(rules(), rule.id()) + 1 + places));
    }

    /// Moves a rule to a place, 1 being the top; places beyond the ends are the ends.
    void move(RuleId id, int place) {
        reorder(texts.get("rules.step.move"), RuleOrder.moved(rules(), id, place));
        selected.set(id.value());
    }

    /// Active becomes paused; anything else becomes active if it can work.
    void togglePaused() {
        selectedRule()
                .ifPresent(rule ->
                        setStatus(rule.status() == Rule.Status.ACTIVE ? Rule.Status.PAUSED : Rule.Status.ACTIVE));
    }

    /// A rule that cannot work is not activated, a retired one only made a draft; the reason becomes a problem.
    void setStatus(Rule.Status status) {
        Optional<Rule> other = selectedRule().filter(rule -> rule.status() != status);
        Optional<Problem> refused =
                other.flatMap(rule -> StatusChange.refusal(rule, status).or(() -> broken(rule, status)));
        if (other.isPresent()) {
            problems.setAll(refused.stream().toList());
        }
        if (other.isPresent() && refused.isEmpty()) {
            change(texts.get("rules.step.status"), old -> old.withStatus(status));
        }
    }

    private Optional<Problem> broken(Rule rule, Rule.Status wanted) {
        return RuleCheck.broken(rule, basis()).stream()
                .filter(finding -> wanted == Rule.Status.ACTIVE)
                .map(RuleFinding::problem)
                .findFirst();
    }

    /// A step of its own on the selected rule.
    void change(String step, UnaryOperator<Rule> edit) {
        replaced(edit).ifPresent(rules -> reorder(step, rules));
    }

    /// Typing on the selected rule: joins the step before if it is the same and young.
    void typed(String step, UnaryOperator<Rule> edit) {
        replaced(edit).ifPresent(rules -> history.typed(step, program().withRules(rules)));
    }

    /// A step on what holds for all rules; joins the step before if it is the same and young.
    void changePolicy(String step, UnaryOperator<RulePolicy> edit) {
        history.typed(step, program().withPolicy(edit.apply(program().policy())));
    }

    private void reorder(String step, List<Rule> rules) {
        history.change(step, program().withRules(rules));
    }

    private Optional<List<Rule>> replaced(UnaryOperator<Rule> edit) {
        return selectedRule()
                .map(rule -> rules().stream()
                        .map(each -> each.id().equals(rule.id()) ? edit.apply(each) : each)
                        .toList());
    }

    private void insert(String step, Rule rule, int index) {
        reorder(step, RuleOrder.inserted(rules(), rule, index));
        selected.set(rule.id().value());
    }

    /// Saves what is not yet saved as the next version.
    void save() {
        save("");
    }

    /// The same with why.
    void save(String note) {
        if (loaded.get()) {
            saving.save(program(), note, this::saved, problems::setAll);
        }
    }

    private void saved() {
        sayState();
        tests.run(program(), basis());
    }

    /// The tests of the rules as they were saved last.
    TestsViewModel tests() {
        return tests;
    }

    /// Makes an older version's rules the current ones: a step like any other.
    void restore(RuleSet version) {
        history.change(texts.get("rules.step.restore", version.version()), version.program());
        if (selectedRule().isEmpty()) {
            selectFirst();
        }
    }

    private void selectFirst() {
        selected.set(rules().isEmpty() ? "" : rules().getFirst().id().value());
    }

    private void changed() {
        sayState();
        rebuild();
        if (loaded.get()) {
            counting.count(program(), basis(), this::rebuild, problems::setAll);
        }
    }

    boolean isUnsaved() {
        return !saving.isSaved(program());
    }

    private void sayState() {
        saving.sayState(program());
    }

    private void rebuild() {
        List<RuleRow> fresh = counting.counted().rows(rules(), basis().sentences());
        if (!fresh.equals(rows)) {
            rows.setAll(fresh);
        }
    }
}
