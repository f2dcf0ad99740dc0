package app.attune.profiles.ui;

import app.attune.profiles.Contradiction;
import app.attune.ui.Action;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;

/// Attributes of which sources say different things of one person: counted by attribute, then person by person.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class ContradictionsPage {
    /// One attribute.
    record Attribute(String name, List<Contradiction> found) {
        static List<Attribute> of(List<Contradiction> all) {
            Map<String, List<Contradiction>> byName = new TreeMap<>();
            all.forEach(one -> byName.computeIfAbsent(one.attribute(), key -> new ArrayList<>())
                    .add(one));
            return byName.entrySet().stream()
                    .map(entry -> new Attribute(entry.getKey(), entry.getValue()))
                    .sorted(Comparator.comparingInt(
                            (Attribute attribute) -> -attribute.found().size()))
                    .toList();
        }

        /// The sources that take part, in order of their names.
        String sources() {
            return found.stream()
                    .flatMap(one -> one.said().stream())
                    .map(Contradiction.Said::source)
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining(", "));
        }
    }

    @FXML
    private Label hint;

    @FXML
    private TableView<Attribute> attributes;

    @FXML
    private TableView<Contradiction> contradictions;

    @FXML
    private Button showPersons;

    @FXML
    private Button showPerson;

    private final Consumer<Set<Integer>> drill;
    private final Texts texts;
    private final Parent root;
    private final StringProperty noAttribute = new SimpleStringProperty();
    private final StringProperty noPerson = new SimpleStringProperty();
    private final List<Action> actions;

    /// @param drill lists persons
    ContradictionsPage(PeopleViewModel model, Consumer<Set<Integer>> drill, Texts texts) {
        this.drill = drill;
        this.texts = texts;
        this.root = Views.load(this);
        new Columns<>(attributes, hint, texts)
                .text("attribute", 14, Attribute::name)
                .number("persons", 6, attribute -> attribute.found().size())
                .text("sources", 30, Attribute::sources)
                .orElse("contradictions.none");
        new Columns<>(contradictions, hint, texts)
                .text("person", 10, Contradiction::name)
                .text("counts", 10, one -> one.said().getFirst().value())
                .text("said", 42, this::said)
                .orElse("contradictions.choose");
        this.actions = makeActions();
        attributes.getSelectionModel().selectedItemProperty().addListener((observed, before, now) -> {
            contradictions.getItems().setAll(now == null ? List.of() : now.found());
            settle();
        });
        contradictions.getSelectionModel().selectedItemProperty().addListener(observed -> settle());
        model.shownProperty().addListener((observed, before, now) -> now.ifPresent(this::show));
        settle();
    }

    Parent root() {
        return root;
    }

    List<Action> actions() {
        return actions;
    }

    private List<Action> makeActions() {
        Action all = action(
                "contradicting",
                "Shortcut+Alt+F",
                noAttribute,
                () -> attribute()
                        .ifPresent(one -> drill.accept(
                                one.found().stream().map(Contradiction::person).collect(Collectors.toSet()))));
        Action one = action(
                "contradicting-one",
                "Shortcut+Shift+U",
                noPerson,
                () -> chosen().ifPresent(found -> drill.accept(Set.of(found.person()))));
        all.attachTo(showPersons);
        one.attachTo(showPerson);
        return List.of(all, one);
    }

    private Action action(String id, String key, StringProperty reason, Runnable work) {
        return Action.of("people." + id, texts.get("action." + id), work)
                .withKey(key)
                .disabledBy(reason);
    }

    private Optional<Attribute> attribute() {
        return Optional.ofNullable(attributes.getSelectionModel().getSelectedItem());
    }

    private Optional<Contradiction> chosen() {
        return Optional.ofNullable(contradictions.getSelectionModel().getSelectedItem());
    }

    private void settle() {
        noAttribute.set(attribute().isPresent() ? "" : texts.get("reason.no-attribute"));
        noPerson.set(chosen().isPresent() ? "" : texts.get("reason.no-contradiction"));
    }

    private void show(PeopleViewModel.Shown now) {
        attributes.getItems().setAll(Attribute.of(now.people().contradictions()));
        if (!attributes.getItems().isEmpty()) {
            attributes.getSelectionModel().selectFirst();
        }
    }

    private String said(Contradiction one) {
        return one.said().stream()
                .map(said -> texts.get("contradictions.said", said.value(), said.source(), said.user()))
                .collect(Collectors.joining("; "));
    }
}
