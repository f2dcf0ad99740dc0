package app.attune.decide.ui;

import app.attune.core.ItemId;
import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.TaskSlot;
import app.attune.core.UserId;
import app.attune.core.json.Json;
import app.attune.decide.BesideJson;
import app.attune.decide.DeletionJson;
import app.attune.decide.Other;
import app.attune.decide.Preview;
import app.attune.decide.PreviewJson;
import app.attune.decide.PreviewService;
import app.attune.decide.RerankedJson;
import app.attune.decide.StrategyJson;
import app.attune.decide.StrategyWords;
import app.attune.rules.KeptTests;
import app.attune.rules.RequestContext;
import app.attune.segments.SegmentDefinition;
import app.attune.ui.SuggestField.Suggestion;
import app.attune.ui.Tasks;
import app.attune.ui.Texts;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Which user is looked at, and everything shown of them.
final class PreviewViewModel {
    private static final int SUGGESTED = 8;

    private final PreviewSource source;
    private final KeepingModel keeping;
    private final Tasks tasks;
    private final Texts texts = Texts.of("decide");
    private final TaskSlot openSlot = new TaskSlot();
    private final TaskSlot userSlot = new TaskSlot();
    private final ObservableList<SegmentDefinition> segments = FXCollections.observableArrayList();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Preview>> preview = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<RequestContext> context = new SimpleObjectProperty<>(RequestContext.none());
    private final StringProperty among = new SimpleStringProperty("");
    private final BooleanProperty opening = new SimpleBooleanProperty();
    private final ReasonTestsModel reasons;
    private final BesideModel beside;
    private final WhatIfModel whatIf;
    private final RerankedListModel reranked;
    private final ObjectProperty<Why> why = new SimpleObjectProperty<>(Why.NOTHING);
    private Optional<PreviewService> service = Optional.empty();
    private String wanted = "";
    private long seed;

    /// Which item is asked for, and where it ended.
    record Why(String item, String answer) {
        static final Why NOTHING = new Why("", "");
    }

    PreviewViewModel(PreviewSource source, KeptTests tests, Tasks tasks) {
        this.source = source;
        this.tasks = tasks;
        this.beside = new BesideModel(tasks);
        this.whatIf = new WhatIfModel(tasks);
        this.reranked = new RerankedListModel(tasks);
        this.keeping = new KeepingModel(tests, tasks, problems);
        this.reasons = new ReasonTestsModel(tasks);
    }

    /// The list by a model and steps.
    RerankedListModel reranked() {
        return reranked;
    }

    /// The tests of reasons.
    ReasonTestsModel reasons() {
        return reasons;
    }

    /// What is shown; empty until a user was picked.
    ObjectProperty<Optional<Preview>> previewProperty() {
        return preview;
    }

    Optional<Preview> preview() {
        return preview.get();
    }

    /// The segments users can be drawn from, by name.
    ObservableList<SegmentDefinition> segments() {
        return segments;
    }

    ObservableList<Problem> problems() {
        return problems;
    }

    /// The id of the segment that random, next and previous stay in; empty text for all users.
    StringProperty amongProperty() {
        return among;
    }

    BooleanProperty openingProperty() {
        return opening;
    }

    /// Reads data, segments, rules and models again, then the user shown.
    void open() {
        opening.set(true);
        tasks.run(openSlot, texts.get("preview.task.open"), this::read, this::opened, failed -> {
            opening.set(false);
            problems.setAll(failed);
        });
    }

    /// @param others read beforehand, since that may take long
    private record Opened(PreviewService service, List<Other> others) {}

    private Opened read(Progress progress) {
        PreviewService opened = source.open(progress);
        return new Opened(opened, opened.others());
    }

    /// What the decision is set beside.
    BesideModel beside() {
        return beside;
    }

    /// What would be otherwise.
    WhatIfModel whatIf() {
        return whatIf;
    }

    private void opened(Opened now) {
        PreviewService opened = now.service();
        beside.opened(opened, now.others());
        opening.set(false);
        service = Optional.of(opened);
        segments.setAll(opened.segments());
        problems.setAll(opened.desk().problems());
        if (!wanted.isEmpty()) {
            show(wanted);
        }
    }

    /// Shows the user with this id, now or as soon as the data is open.
    void show(String userId) {
        wanted = userId;
        pick(texts.get("preview.task.user", userId), previews -> new UserId(userId));
    }

    /// Shows the same user in a request.
    void ask(RequestContext request) {
        if (!request.equals(context.get())) {
            context.set(request);
            preview().ifPresent(shown -> show(shown.user().value()));
        }
    }

    /// Another user each time, the same ones in every session.
    void random() {
        long next = ++seed;
        pick(
                texts.get("preview.task.random"),
                previews -> among.get().isEmpty()
                        ? previews.random(next)
                        : previews.random(new app.attune.segments.SegmentId(among.get()), next));
    }

    void next() {
        step(previews -> previews.next(current(), previews.among(among.get())));
    }

    void previous() {
        step(previews -> previews.previous(current(), previews.among(among.get())));
    }

    private void step(Function<PreviewService, UserId> to) {
        preview().ifPresent(shown -> pick(texts.get("preview.task.step"), to));
    }

    private UserId current() {
        return preview().map(Preview::user).orElseThrow();
    }

    private void pick(String title, Function<PreviewService, UserId> choice) {
        service.ifPresent(previews -> tasks.run(
                userSlot,
                title,
                progress -> previews.preview(choice.apply(previews), context.get()),
                shown -> {
                    wanted = shown.user().value();
                    problems.setAll(previews.desk().problems());
                    preview.set(Optional.of(shown));
                    reasons.show(previews, shown);
                    beside.show(shown);
                    whatIf.show(previews, shown);
                    reranked.show(previews, shown);
                    askWhy(why.get().item());
                },
                problems::setAll));
    }

    /// Ids close to what is typed.
    List<String> suggestions(String typed) {
        return typed.isEmpty()
                ? List.of()
                : service.map(previews -> previews.near(typed, SUGGESTED)).orElse(List.of());
    }

    /// The item that is asked for, and why it is on the list or not; of the user shown.
    ObjectProperty<Why> whyProperty() {
        return why;
    }

    /// Asks for an item by its id, or by some of its id or name.
    void askWhy(String typed) {
        why.set(words().filter(known -> !typed.isBlank())
                .map(known -> {
                    ItemId item = item(typed);
                    return new Why(item.value(), known.whyNot(item));
                })
                .orElse(Why.NOTHING));
    }

    private ItemId item(String typed) {
        ItemId item = new ItemId(typed);
        return service.filter(previews -> !previews.desk().catalogue().contains(item)).stream()
                .flatMap(previews -> previews.nearItems(typed, 1).stream())
                .findFirst()
                .orElse(item);
    }

    /// How the list of the user shown came about.
    Optional<StrategyWords> words() {
        return service.flatMap(previews -> preview().map(previews::words));
    }

    /// Items with an id or a name like what is typed.
    List<Suggestion> itemSuggestions(String typed) {
        return service.filter(previews -> !typed.isEmpty()).stream()
                .flatMap(previews -> previews.nearItems(typed, SUGGESTED).stream()
                        .map(item ->
                                suggestion(item, previews.desk().catalogue().name(item))))
                .toList();
    }

    private static Suggestion suggestion(ItemId item, String name) {
        return new Suggestion(item.value(), name.equals(item.value()) ? name : name + " (" + item + ")");
    }

    /// Keeps a test of the rules that expects what is shown.
    ///
    /// @param said      hears of what was kept
    /// @param replacing hears of it where it replaced another test, and what puts that one back
    void keep(Consumer<String> said, BiConsumer<String, Runnable> replacing) {
        preview().ifPresent(shown -> keeping.keep(shown, said, replacing));
    }

    /// The preview for the server team with all that is shown beside it, by the names that `attune preview --json` has
    /// for the same, and the list re-ranked.
    ///
    /// @throws ProblemException `decide.nobody-shown`
    String json() {
        return preview()
                .map(shown -> Json.writePretty(allOf(shown)))
                .orElseThrow(() -> ProblemException.of(
                        "decide.nobody-shown", texts.get("preview.empty"), texts.get("preview.empty")));
    }

    private ObjectNode allOf(Preview shown) {
        ObjectNode json = PreviewJson.write(shown);
        json.set("strategy", StrategyJson.write(shown.strategy()));
        beside.besideProperty()
                .get()
                .ifPresent(other -> json.withArray("beside").add(BesideJson.write(other)));
        whatIf.besideProperty().get().ifPresent(other -> json.set("whatIf", BesideJson.write(other)));
        reranked.listProperty().get().ifPresent(list -> json.set("reranked", RerankedJson.write(list)));
        if (!reasons.deletionTests().isEmpty()) {
            json.set("deletionTests", DeletionJson.write(List.copyOf(reasons.deletionTests())));
        }
        return json;
    }
}
