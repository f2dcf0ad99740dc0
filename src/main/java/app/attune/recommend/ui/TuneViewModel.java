package app.attune.recommend.ui;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.core.TaskSlot;
import app.attune.profiles.Population;
import app.attune.recommend.Algorithm;
import app.attune.recommend.Criterion;
import app.attune.recommend.RecommenderOptions;
import app.attune.recommend.TrainingRequest;
import app.attune.recommend.tune.Course;
import app.attune.recommend.tune.Search;
import app.attune.recommend.tune.SearchPlan;
import app.attune.recommend.tune.SearchRequest;
import app.attune.recommend.tune.SearchSpace;
import app.attune.recommend.tune.Strategy;
import app.attune.recommend.tune.Trial;
import app.attune.ui.Texts;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// A search for good settings: what is asked, how far it is, what came of it.
final class TuneViewModel {
    private static final double MINUTE = 60;
    private static final String USUAL_TRIALS = "30";

    private final ModelsContext context;
    private final TrainingFormModel form;
    private final Texts texts;
    private final TaskSlot reading = new TaskSlot();
    private final TaskSlot searching = new TaskSlot();
    private final ObjectProperty<Algorithm> algorithm = new SimpleObjectProperty<>(Algorithm.ITEM_KNN);
    private final ObjectProperty<Strategy> strategy = new SimpleObjectProperty<>(Strategy.TPE);
    private final ObjectProperty<Criterion> criterion = new SimpleObjectProperty<>(Criterion.NDCG_10);
    private final StringProperty trials = new SimpleStringProperty(USUAL_TRIALS);
    private final StringProperty minutes = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Trial>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Search>> search = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<WatchedProgress>> running =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private volatile Optional<Search> newest = Optional.empty();

    TuneViewModel(ModelsContext context, TrainingFormModel form, Texts texts) {
        this.context = context;
        this.form = form;
        this.texts = texts;
        algorithm.addListener(observed -> read());
        trials.addListener(observed -> check());
        minutes.addListener(observed -> check());
        form.problemProperty().addListener(observed -> check());
    }

    ObjectProperty<Algorithm> algorithmProperty() {
        return algorithm;
    }

    ObjectProperty<Strategy> strategyProperty() {
        return strategy;
    }

    ObjectProperty<Criterion> criterionProperty() {
        return criterion;
    }

    /// How many settings are tried at most.
    StringProperty trialsProperty() {
        return trials;
    }

    /// How long trials are begun; empty for as long as it takes.
    StringProperty minutesProperty() {
        return minutes;
    }

    /// The row that is selected.
    ObjectProperty<Optional<Trial>> chosenProperty() {
        return chosen;
    }

    /// What keeps a search from starting, in words; empty if nothing does.
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// The search that is shown, as far as it has come.
    ReadOnlyObjectProperty<Optional<Search>> searchProperty() {
        return search.getReadOnlyProperty();
    }

    /// The search under way.
    ReadOnlyObjectProperty<Optional<WatchedProgress>> runningProperty() {
        return running.getReadOnlyProperty();
    }

    ObservableList<Problem> problems() {
        return problems;
    }

    /// Takes over the algorithm of the training form and shows its newest search.
    void open() {
        check();
        if (running.get().isEmpty()) {
            algorithm.set(form.algorithmProperty().get());
            read();
        }
    }

    private void read() {
        if (running.get().isPresent()) {
            return;
        }
        String kind = algorithm.get().kind();
        problems.clear();
        context.tasks()
                .run(
                        reading,
                        texts.get("tune.reading"),
                        progress -> context.tuning()
                                .newest(kind)
                                .map(id -> context.tuning().search(id)),
                        this::show,
                        found -> {
                            show(Optional.empty());
                            problems.setAll(found);
                        });
    }

    private void show(Optional<Search> found) {
        chosen.set(Optional.empty());
        search.set(found);
    }

    /// Begins a new search; does nothing while something is in the way.
    void start() {
        check();
        if (!problem.get().isEmpty()) {
            return;
        }
        form.usual(algorithm.get())
                .map(this::request)
                .ifPresent(request -> run((population, course, progress) ->
                        context.tuning().start(population, request, course, progress)));
    }

    private SearchRequest request(TrainingRequest training) {
        SearchPlan plan = new SearchPlan(
                SearchSpace.of(algorithm.get()), strategy.get(), (int) count().orElse(1), training.seed());
        return new SearchRequest(plan, criterion.get(), training.interactions(), training.split());
    }

    /// Goes on with the search that is shown, to as many trials as are entered if those are more.
    void resume() {
        search.get()
                .ifPresent(shown -> run((population, course, progress) ->
                        context.tuning().resume(population, shown.id(), longer(shown, course), progress)));
    }

    private Course longer(Search shown, Course course) {
        SearchPlan plan = shown.request().plan();
        int wanted = (int) count().orElse(plan.trials());
        return plan.strategy() == Strategy.HALVING || wanted <= plan.trials() ? course : course.upTo(wanted);
    }

    /// Whether going on would try anything.
    boolean canResume() {
        return search.get()
                .filter(shown -> !shown.isOver()
                        || (shown.request().plan().strategy() != Strategy.HALVING
                                && count().orElse(0) > shown.trials().size()))
                .isPresent();
    }

    /// Stops the search; its trials are kept.
    void stop() {
        running.get().ifPresent(WatchedProgress::cancel);
    }

    /// Shows what the search under way has come to; called now and then while one is.
    void refresh() {
        newest.filter(now -> !search.get().equals(Optional.of(now))).ifPresent(now -> search.set(Optional.of(now)));
    }

    /// The settings of the selected row, of the best trial if none is.
    Optional<RecommenderOptions> settings() {
        return chosen.get().or(() -> search.get().flatMap(Search::best)).map(Trial::options);
    }

    /// Part of a search.
    private interface Going {
        Search go(Population population, Course course, Progress progress);
    }

    private void run(Going going) {
        if (running.get().isPresent()) {
            return;
        }
        problems.clear();
        chosen.set(Optional.empty());
        newest = Optional.empty();
        WatchedProgress watched = new WatchedProgress();
        running.set(Optional.of(watched));
        Course course = course();
        context.tasks()
                .run(
                        searching,
                        texts.get("tune.working", algorithm.get().title()),
                        progress -> going.go(context.people().load(progress), course, watched.on(progress)),
                        done -> {
                            running.set(Optional.empty());
                            search.set(Optional.of(done));
                        },
                        this::failed);
    }

    private Course course() {
        Course course = Course.whole().telling(now -> newest = Optional.of(now));
        OptionalDouble typed = TypeWeight.number(minutes.get());
        return typed.isPresent() ? course.within(MINUTE * typed.getAsDouble()) : course;
    }

    private void failed(Problem found) {
        refresh();
        running.set(Optional.empty());
        problems.setAll(found);
    }

    private OptionalDouble count() {
        return TypeWeight.number(trials.get());
    }

    private void check() {
        problem.set(firstProblem());
    }

    private String firstProblem() {
        double count = count().orElse(0);
        if (count != Math.rint(count) || count < 1 || count > SearchPlan.MOST) {
            return texts.get("tune.problem.trials");
        }
        double time = TypeWeight.number(minutes.get()).orElse(minutes.get().isBlank() ? 1 : 0);
        if (!(time > 0 && time <= 10_000)) {
            return texts.get("tune.problem.minutes");
        }
        return form.interactionsProblem();
    }
}
