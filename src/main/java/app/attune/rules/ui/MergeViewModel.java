package app.attune.rules.ui;

import app.attune.core.Problem;
import app.attune.core.TaskSlot;
import app.attune.rules.VersionName;
import app.attune.rules.versions.BranchMerge;
import app.attune.rules.versions.RuleMerge;
import app.attune.rules.versions.RuleMerge.Part;
import app.attune.rules.versions.RuleMerge.Side;
import app.attune.ui.Texts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A merge being prepared: its conflicts are decided one by one, then what it changes is compared. FX thread only; work
/// goes through the tasks.
final class MergeViewModel {
    private final Texts texts = Texts.of("rules");
    private final RulesContext context;
    private final VersionsViewModel versions;
    private final TaskSlot slot = new TaskSlot();
    private final Map<Part, Side> choices = new HashMap<>();
    private final ReadOnlyObjectWrapper<Optional<BranchMerge>> merge = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper decided = new ReadOnlyBooleanWrapper();

    MergeViewModel(RulesContext context, VersionsViewModel versions) {
        this.context = context;
        this.versions = versions;
    }

    /// Empty while none is prepared.
    ReadOnlyObjectProperty<Optional<BranchMerge>> mergeProperty() {
        return merge.getReadOnlyProperty();
    }

    /// Whether a side is chosen for every conflict.
    ReadOnlyBooleanProperty decidedProperty() {
        return decided.getReadOnlyProperty();
    }

    /// Finds what the branch would bring.
    void prepare(VersionName branch) {
        leave();
        versions.problems().clear();
        context.tasks()
                .run(
                        slot,
                        texts.get("versions.task.merge"),
                        progress -> BranchMerge.of(context.rules(), branch),
                        found -> {
                            merge.set(Optional.of(found));
                            compare();
                        },
                        this::failed);
    }

    private void failed(Problem problem) {
        versions.problems().setAll(problem);
    }

    void choose(Part part, Side side) {
        choices.put(part, side);
        compare();
    }

    private void compare() {
        Optional<BranchMerge> ready = merge.get()
                .filter(found ->
                        found.conflicts().stream().map(RuleMerge.Conflict::part).allMatch(choices::containsKey));
        decided.set(ready.isPresent());
        ready.ifPresentOrElse(
                found -> versions.compare(found.ours().program(), found.merged(choices)), versions::compareNothing);
    }

    /// Makes the next version of it.
    void save() {
        Map<Part, Side> chosen = Map.copyOf(choices);
        merge.get()
                .ifPresent(found -> context.tasks()
                        .run(
                                slot,
                                texts.get("versions.task.merge"),
                                progress -> found.save(chosen, context.author()),
                                done -> {
                                    leave();
                                    versions.reload();
                                },
                                this::failed));
    }

    /// Nothing is merged.
    void leave() {
        slot.cancel();
        choices.clear();
        decided.set(false);
        merge.set(Optional.empty());
    }
}
