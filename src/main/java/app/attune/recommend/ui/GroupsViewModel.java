package app.attune.recommend.ui;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.core.TaskSlot;
import app.attune.profiles.Population;
import app.attune.recommend.GroupResults;
import app.attune.recommend.UserGroups;
import app.attune.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// How the models of the leaderboard stand for groups of users: the groups that can be chosen, and the results of one.
final class GroupsViewModel {
    /// Groups that can be chosen; those by items in training have no grouping of their own.
    record Choice(String title, List<UserGroups.Grouping> grouping) {
        Choice {
            grouping = List.copyOf(grouping);
        }

        boolean isSame(Choice other) {
            return title.equals(other.title);
        }
    }

    /// What one look gives; the results are of the first choice if the one asked for is gone.
    private record Looked(List<Choice> choices, Optional<GroupResults> results) {}

    private final ModelsContext context;
    private final Texts texts;
    private final TaskSlot looking = new TaskSlot();
    private final ObservableList<Choice> choices = FXCollections.observableArrayList();
    private final ObjectProperty<Choice> chosen;
    private final ReadOnlyObjectWrapper<Optional<GroupResults>> results = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    GroupsViewModel(ModelsContext context, Texts texts) {
        this.context = context;
        this.texts = texts;
        this.chosen = new SimpleObjectProperty<>(new Choice(texts.get("groups.history"), List.of()));
        choices.add(chosen.get());
    }

    ObservableList<Choice> choices() {
        return choices;
    }

    ObjectProperty<Choice> chosenProperty() {
        return chosen;
    }

    ReadOnlyObjectProperty<Optional<GroupResults>> resultsProperty() {
        return results.getReadOnlyProperty();
    }

    /// What is in the way of results, with its remedy; empty text for nothing.
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Compares by what is chosen.
    void load() {
        Choice asked = chosen.get();
        context.tasks()
                .run(looking, texts.get("groups.working"), progress -> look(asked, progress), this::show, this::failed);
    }

    private Looked look(Choice asked, Progress progress) {
        Population population = context.people().load(progress);
        List<Choice> offered = offered(population);
        Choice now = offered.stream().filter(asked::isSame).findFirst().orElseGet(offered::getFirst);
        List<GroupResults> found = context.service().groups(population, now.grouping(), progress);
        return new Looked(offered, found.isEmpty() ? Optional.empty() : Optional.of(found.getLast()));
    }

    private List<Choice> offered(Population population) {
        List<Choice> offered = new ArrayList<>();
        offered.add(new Choice(texts.get("groups.history"), List.of()));
        context.segments()
                .byName()
                .forEach((name, members) -> offered.add(
                        new Choice(texts.get("groups.segment", name), List.of(UserGroups.bySegment(name, members)))));
        UserGroups.attributes(population)
                .forEach(name -> offered.add(
                        new Choice(texts.get("groups.attribute", name), List.of(UserGroups.byAttribute(name)))));
        return offered;
    }

    private void show(Looked looked) {
        problem.set("");
        choices.removeIf(known -> looked.choices().stream().noneMatch(known::isSame));
        looked.choices().stream()
                .filter(one -> choices.stream().noneMatch(one::isSame))
                .forEach(choices::add);
        if (choices.stream().noneMatch(chosen.get()::isSame)) {
            chosen.set(choices.getFirst());
        }
        results.set(looked.results());
    }

    private void failed(Problem found) {
        results.set(Optional.empty());
        problem.set(found.message() + " " + found.remedy());
    }
}
