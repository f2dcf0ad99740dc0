package app.attune.rules.ui;

import app.attune.core.Problem;
import app.attune.core.TaskSlot;
import app.attune.rules.RuleBasis;
import app.attune.rules.RuleBranches;
import app.attune.rules.RuleProgram;
import app.attune.rules.RuleSet;
import app.attune.rules.RuleSetDiff;
import app.attune.rules.VersionName;
import app.attune.rules.replay.ChangeImpact;
import app.attune.rules.replay.ImpactWords;
import app.attune.rules.versions.RuleReview;
import app.attune.rules.versions.RuleReviews;
import app.attune.rules.versions.RuleTag;
import app.attune.ui.Tasks;
import app.attune.ui.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Versions of the rules: which there are, what they change and for whom, and what is done with them. FX thread only;
/// work goes through the tasks.
final class VersionsViewModel {
    /// What is known of the versions.
    record Known(
            List<RuleSet> versions,
            RuleBranches branches,
            List<RuleTag> tags,
            List<RuleReview> reviews,
            RuleReviews approvals) {
        /// Of a version, with commas.
        String tags(RuleSet set) {
            return String.join(
                    ", ",
                    tags.stream()
                            .filter(tag -> tag.version() == set.version())
                            .map(tag -> tag.name().value())
                            .toList());
        }

        Optional<RuleSet> newest() {
            return versions.stream()
                    .filter(set -> set.version() == branches.current().head())
                    .findFirst();
        }
    }

    /// What turning one program into another changes.
    ///
    /// @param impact empty while it is being counted
    record Compared(List<String> changes, List<String> impact) {}

    private final Texts texts = Texts.of("rules");
    private final RulesContext context;
    private final RulesViewModel rules;
    private final TaskSlot loading = new TaskSlot();
    private final TaskSlot working = new TaskSlot();
    private final TaskSlot counting = new TaskSlot();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Known>> known = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Compared>> compared = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper counted = new ReadOnlyBooleanWrapper();
    private List<Problem> missing = List.of();

    VersionsViewModel(RulesContext context, RulesViewModel rules) {
        this.context = context;
        this.rules = rules;
    }

    ReadOnlyObjectProperty<Optional<Known>> knownProperty() {
        return known.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Compared>> comparedProperty() {
        return compared.getReadOnlyProperty();
    }

    /// Whether the users of what is compared have been counted.
    ReadOnlyBooleanProperty countedProperty() {
        return counted.getReadOnlyProperty();
    }

    ObservableList<Problem> problems() {
        return problems;
    }

    RulesViewModel rules() {
        return rules;
    }

    /// Reads them again.
    void load() {
        context.tasks()
                .run(
                        loading,
                        texts.get("versions.task.load"),
                        progress -> new Known(
                                context.rules().versions(),
                                context.rules().branches(),
                                context.versions().marks().tags(),
                                context.versions().marks().reviews(),
                                context.versions().marks().approvals()),
                        found -> known.set(Optional.of(found)),
                        problems::setAll);
    }

    /// Says what the newer program changes, and counts whom for; what was compared before is not wanted any more.
    void compare(RuleProgram before, RuleProgram after) {
        counted.set(false);
        missing(List.of());
        RuleBasis basis = rules.basis();
        List<String> changes = new RuleSetDiff(basis.sentences()).between(before, after);
        compared.set(Optional.of(new Compared(changes, List.of())));
        context.tasks()
                .run(
                        counting,
                        texts.get("versions.task.count"),
                        progress -> ChangeImpact.of(
                                new ChangeImpact.Change(before, after),
                                basis,
                                context.versions().lists(),
                                progress),
                        impact -> {
                            missing(impact.problems());
                            compared.set(Optional.of(new Compared(changes, ImpactWords.of(impact))));
                            counted.set(true);
                        },
                        this::failed);
    }

    /// Nothing is compared.
    void compareNothing() {
        counting.cancel();
        missing(List.of());
        counted.set(false);
        compared.set(Optional.empty());
    }

    /// Shows these in place of what was missing to compare lists before.
    private void missing(List<Problem> now) {
        problems.removeAll(missing);
        missing = now;
        problems.addAll(now);
    }

    private void failed(Problem problem) {
        if (!problem.code().equals(Tasks.CANCELLED)) {
            problems.setAll(List.of(problem));
        }
    }

    /// Makes the version the newest one, as a step that can be undone.
    void rollBack(RuleSet version) {
        problems.clear();
        rules.restore(version);
        rules.save(texts.get("rules.note.restored", version.version()));
        rules.saving().whenQuiet(this::load);
    }

    /// What is not saved is saved first, on the branch it was made on.
    void switchTo(VersionName branch) {
        rules.save();
        rules.saving().whenQuiet(() -> work(() -> context.rules().choose(branch)));
    }

    void makeBranch(String name, RuleSet from) {
        work(() -> context.rules().branch(VersionName.typed(name.strip()), from.version()));
    }

    /// The one that is worked on.
    void renameBranch(String name) {
        work(() -> context.rules().renameBranch(context.rules().branches().chosen(), VersionName.typed(name.strip())));
    }

    void deleteBranch(VersionName name) {
        work(() -> context.rules().deleteBranch(name));
    }

    void tag(String name, RuleSet version) {
        work(() ->
                context.versions().marks().tag(VersionName.typed(name.strip()), version.version(), context.author()));
    }

    void review(RuleSet version, RuleReview.Word word, String reviewer, String comment) {
        work(() -> context.versions().marks().review(version.version(), word, reviewer, comment));
    }

    String author() {
        return context.author();
    }

    /// Does it in the background, then reads versions and rules again.
    private void work(Runnable work) {
        problems.clear();
        context.tasks()
                .run(
                        working,
                        texts.get("versions.task.work"),
                        progress -> {
                            work.run();
                            return true;
                        },
                        done -> reload(),
                        problems::setAll);
    }

    /// What merging changed is shown.
    void reload() {
        load();
        rules.load();
    }
}
