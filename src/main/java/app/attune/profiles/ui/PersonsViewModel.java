package app.attune.profiles.ui;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.TaskSlot;
import app.attune.events.ConsentHistory;
import app.attune.profiles.Contradiction;
import app.attune.profiles.Identifier;
import app.attune.profiles.People;
import app.attune.profiles.PersonGraph;
import app.attune.profiles.PersonRow;
import app.attune.profiles.PersonSearch;
import app.attune.ui.Texts;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The list of persons that search and filter leave, and the one that is looked at.
final class PersonsViewModel {
    /// Rows made at most: a search finds the others.
    static final int MOST = 1_000;

    /// Who is listed.
    enum Among {
        ALL,
        SEVERAL,
        OVER_MERGED,
        CONTRADICTING,
        /// Those somebody pointed at on another page.
        CHOSEN
    }

    private final PeopleViewModel model;
    private final Texts texts;
    private final TaskSlot searching = new TaskSlot();
    private final TaskSlot looking = new TaskSlot();
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<Among> among = new SimpleObjectProperty<>(Among.ALL);
    private final ReadOnlyObjectWrapper<PersonSearch.Page> page =
            new ReadOnlyObjectWrapper<>(new PersonSearch.Page(List.of(), 0));
    private final ReadOnlyObjectWrapper<Optional<PersonGraph>> person = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<ConsentHistory.Entry> consents = FXCollections.observableArrayList();
    private Set<Integer> chosen = Set.of();

    private record Looked(PersonGraph person, List<ConsentHistory.Entry> consents) {}

    PersonsViewModel(PeopleViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        text.addListener(observed -> search());
        among.addListener(observed -> search());
        model.shownProperty().addListener(observed -> renew());
    }

    StringProperty textProperty() {
        return text;
    }

    ObjectProperty<Among> amongProperty() {
        return among;
    }

    ReadOnlyObjectProperty<PersonSearch.Page> pageProperty() {
        return page.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<PersonGraph>> personProperty() {
        return person.getReadOnlyProperty();
    }

    /// What files said of the consent of the person that is looked at.
    ObservableList<ConsentHistory.Entry> consents() {
        return consents;
    }

    Optional<People> people() {
        return model.shownProperty().get().map(PeopleViewModel.Shown::people);
    }

    /// Lists these and nobody else.
    void choose(Set<Integer> persons) {
        chosen = Set.copyOf(persons);
        text.set("");
        if (among.get() == Among.CHOSEN) {
            search();
        } else {
            among.set(Among.CHOSEN);
        }
    }

    /// Who was looked at is looked at again, whoever that is now; the first person once they were erased.
    private void renew() {
        if (among.get() == Among.CHOSEN) {
            among.set(Among.ALL);
        } else {
            search();
        }
        person.get().map(before -> Identifier.user(before.users().getFirst())).ifPresent(this::lookAgain);
    }

    private void lookAgain(Identifier user) {
        people().ifPresent(now ->
                show(progress -> now.persons().graph(now.persons().find(user).orElse(0))));
    }

    private void search() {
        people().ifPresent(now -> {
            String wanted = text.get();
            IntPredicate filter = filter(now, among.get());
            model.tasks()
                    .run(
                            searching,
                            texts.get("people.task.search"),
                            progress -> now.search().find(wanted, filter, MOST, progress),
                            this::found,
                            this::failed);
        });
    }

    private void found(PersonSearch.Page now) {
        page.set(now);
        if (person.get().isEmpty() && !now.rows().isEmpty()) {
            look(now.rows().getFirst());
        }
    }

    private IntPredicate filter(People now, Among wanted) {
        return switch (wanted) {
            case ALL -> one -> true;
            case SEVERAL -> one -> now.persons().usersOf(one) > 1;
            case OVER_MERGED -> now.search()::isOverMerged;
            case CONTRADICTING -> {
                Set<Integer> found =
                        now.contradictions().stream().map(Contradiction::person).collect(Collectors.toSet());
                yield found::contains;
            }
            case CHOSEN -> chosen::contains;
        };
    }

    void look(PersonRow row) {
        if (person.get().map(PersonGraph::person).orElse(-1) != row.person()) {
            people().ifPresent(now -> show(progress -> now.persons().graph(row.person())));
        }
    }

    /// Looks at whoever goes by an identifier, if anybody does.
    void look(Identifier identifier) {
        people().ifPresent(now -> show(progress -> {
            OptionalInt found = now.persons().find(identifier);
            return now.persons().graph(found.orElseThrow(() -> unknown(identifier)));
        }));
    }

    private ProblemException unknown(Identifier identifier) {
        return ProblemException.of(
                "identity.unknown-person",
                texts.get("people.unknown", PeopleWords.identifier(identifier)),
                texts.get("people.unknown.remedy"));
    }

    private interface Look {
        PersonGraph at(Progress progress);
    }

    private void show(Look work) {
        model.tasks()
                .run(
                        looking,
                        texts.get("people.task.look"),
                        progress -> looked(work.at(progress), progress),
                        this::show,
                        this::failed);
    }

    private Looked looked(PersonGraph graph, Progress progress) {
        return new Looked(graph, model.identity().consentHistory(graph, progress));
    }

    private void show(Looked looked) {
        consents.setAll(looked.consents());
        person.set(Optional.of(looked.person()));
    }

    private void failed(Problem problem) {
        ObservableList<Problem> problems = model.problems();
        problems.setAll(problem);
    }
}
