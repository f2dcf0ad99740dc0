package app.attune.segments.ui;

import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentId;
import app.attune.segments.ui.DiscoverViewModel.Aim;
import app.attune.segments.ui.DiscoverViewModel.Idea;
import app.attune.segments.ui.DiscoverViewModel.Wish;
import app.attune.ui.Dialogs;
import app.attune.ui.InWords;
import app.attune.ui.Keys;
import app.attune.ui.Kit;
import app.attune.ui.LetterColumns;
import app.attune.ui.LoadingVeil;
import app.attune.ui.MessageBar;
import app.attune.ui.Numbers;
import app.attune.ui.Presence;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import app.attune.ui.WholeTable;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Looks for segments nobody has written yet, and makes segments of what it finds.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class DiscoverView {
    private static final double NAME = 9;
    private static final double RULE = 20;
    private static final double NUMBER = 7.5;
    private static final double EDGE = 1.2;
    private static final int MOST_GROUPS = 12;
    private static final int MOST_ROWS = 8;
    private static final int GROUPS = 4;
    private static final int ROWS = 3;

    @FXML
    private Button backToList;

    @FXML
    private Label aimHint;

    @FXML
    private ComboBox<Aim> aim;

    @FXML
    private VBox likeField;

    @FXML
    private ComboBox<SegmentDefinition> like;

    @FXML
    private VBox groupsField;

    @FXML
    private ComboBox<Integer> groups;

    @FXML
    private VBox rowsField;

    @FXML
    private ComboBox<Integer> rows;

    @FXML
    private Button look;

    @FXML
    private MessageBar discoverMessages;

    @FXML
    private ScrollPane discoverFound;

    @FXML
    private WholeTable<Idea> ideas;

    @FXML
    private Label ideaSentence;

    @FXML
    private Label ideaMore;

    @FXML
    private Label ideasNote;

    @FXML
    private Button makeSegment;

    @FXML
    private LoadingVeil discoverVeil;

    private final Texts texts = Texts.of("segments");
    private final DiscoverViewModel model;
    private final Kit kit;
    private final Consumer<SegmentId> open;
    private final Parent root;

    /// @param back leads to the list
    /// @param open leads to a segment
    DiscoverView(DiscoverViewModel model, Kit kit, Runnable back, Consumer<SegmentId> open) {
        this.model = model;
        this.kit = kit;
        this.open = open;
        this.root = Views.load(this);
        backToList.setOnAction(event -> back.run());
        look.setOnAction(event -> model.look(wish()));
        makeSegment.setOnAction(event -> make());
        ideas.setItems(model.ideas());
        discoverVeil.loadingProperty().bind(model.busyProperty());
        discoverFound.visibleProperty().bind(Bindings.isNotEmpty(model.ideas()));
        ideasNote.textProperty().bind(model.noteProperty());
        ideasNote.visibleProperty().bind(model.noteProperty().isNotEmpty());
        ideasNote.managedProperty().bind(ideasNote.visibleProperty());
        model.problems().addListener((ListChangeListener<Object>) change -> showProblems());
        model.ideas().addListener((ListChangeListener<Object>) change -> showIdeas());
        ideas.getSelectionModel().selectedItemProperty().addListener((observed, before, now) -> show(now));
        fillChoices();
        show((Idea) null);
        Keys.on(root, KeyCode.ESCAPE, back);
        Keys.on(ideas, KeyCode.ENTER, this::make);
    }

    Parent root() {
        return root;
    }

    /// Reads the segments to choose from; the first choice has the keyboard.
    void shown() {
        model.load();
        aim.requestFocus();
    }

    private void fillChoices() {
        aim.setConverter(
                InWords.of(one -> texts.get("discover.aim." + one.name().toLowerCase(Locale.ROOT))));
        like.setConverter(InWords.of(SegmentDefinition::name));
        like.setItems(model.segments());
        groups.getItems().setAll(IntStream.rangeClosed(2, MOST_GROUPS).boxed().toList());
        rows.getItems().setAll(IntStream.rangeClosed(1, MOST_ROWS).boxed().toList());
        groups.setValue(GROUPS);
        rows.setValue(ROWS);
        aim.valueProperty().addListener((observed, before, now) -> showAim(now));
        model.segments().addListener((ListChangeListener<Object>) change -> {
            if (like.getValue() == null && !model.segments().isEmpty()) {
                like.setValue(model.segments().getFirst());
            }
        });
        aim.getItems().setAll(Aim.values());
        aim.setValue(Aim.GROUPS);
        look.disableProperty()
                .bind(model.busyProperty()
                        .or(aim.valueProperty()
                                .isEqualTo(Aim.LIKE)
                                .and(like.valueProperty().isNull())));
    }

    private void showAim(Aim now) {
        aimHint.setText(model.hint(now));
        Presence.when(now == Aim.LIKE).of(likeField);
        Presence.when(now == Aim.GROUPS).of(groupsField);
        Presence.when(now == Aim.LIKE || now == Aim.GROUPS).of(rowsField);
        model.forget();
        addColumns(now);
    }

    private void addColumns(Aim now) {
        ideas.getColumns().clear();
        LetterColumns<Idea> columns = new LetterColumns<>(ideas, ideaSentence);
        switch (now) {
            case HABITS -> addHabitColumns(columns);
            case BASKETS -> addBasketColumns(columns);
            case LIKE, GROUPS -> addGroupColumns(columns);
        }
    }

    private void addHabitColumns(LetterColumns<Idea> columns) {
        columns.fill(columns.lines(texts.get("discover.column.rule"), RULE, Idea::sentence), RULE, 3 * NUMBER + EDGE);
        columns.number(texts.get("column.users"), NUMBER, one -> Numbers.count(one.users()), Idea::users);
        columns.number(texts.get("discover.column.chance"), NUMBER, one -> Numbers.count(one.group()), Idea::group);
        addLift(columns);
    }

    private void addBasketColumns(LetterColumns<Idea> columns) {
        columns.fill(columns.lines(texts.get("discover.column.pair"), RULE, Idea::name), RULE, 4 * NUMBER + EDGE);
        columns.number(texts.get("column.users"), NUMBER, one -> Numbers.count(one.users()), Idea::users);
        columns.number(texts.get("discover.column.both"), NUMBER, one -> Numbers.count(one.group()), Idea::group);
        addShare(columns, "confidence", one -> one.scores().getFirst());
        addLift(columns);
    }

    private void addLift(LetterColumns<Idea> columns) {
        columns.number(
                texts.get("discover.column.lift"),
                NUMBER,
                one -> DiscoverViewModel.times(one.scores().getLast()),
                one -> one.scores().getLast());
    }

    private void addGroupColumns(LetterColumns<Idea> columns) {
        columns.text(texts.get("discover.column.group"), NAME, Idea::name);
        columns.number(texts.get("discover.column.size"), NUMBER, one -> Numbers.count(one.group()), Idea::group);
        columns.fill(
                columns.lines(texts.get("discover.column.rule"), RULE, Idea::sentence), RULE, NAME + 4 * NUMBER + EDGE);
        columns.number(texts.get("discover.column.meant"), NUMBER, one -> Numbers.count(one.users()), Idea::users);
        addShare(columns, "precision", one -> one.scores().getFirst());
        addShare(columns, "recall", one -> one.scores().getLast());
    }

    private void addShare(LetterColumns<Idea> columns, String key, ToDoubleFunction<Idea> share) {
        columns.number(
                texts.get("discover.column." + key), NUMBER, one -> Numbers.percent(share.applyAsDouble(one)), share);
    }

    private Wish wish() {
        return new Wish(aim.getValue(), Optional.ofNullable(like.getValue()), groups.getValue(), rows.getValue());
    }

    private void showIdeas() {
        if (!model.ideas().isEmpty()) {
            ideas.getSelectionModel().selectFirst();
            ideas.requestFocus();
        }
    }

    /// Where nothing was found the keyboard goes back to where something else can be looked for.
    private void showProblems() {
        discoverMessages.show(model.problems());
        if (!model.problems().isEmpty() && model.ideas().isEmpty()) {
            look.requestFocus();
        }
    }

    private void show(@Nullable Idea idea) {
        ideaSentence.setText(idea == null ? "" : idea.sentence());
        ideaMore.setText(idea == null ? "" : idea.more());
        makeSegment.setDisable(idea == null);
    }

    private void make() {
        Optional.ofNullable(ideas.getSelectionModel().getSelectedItem()).ifPresent(idea -> {
            Dialogs.Prompt prompt = new Dialogs.Prompt(
                    texts.get("discover.make"), texts.get("new.label"), idea.name(), texts.get("new.verb"));
            kit.dialogs()
                    .ask(prompt)
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .ifPresent(name -> model.make(idea, name, open));
        });
    }
}
