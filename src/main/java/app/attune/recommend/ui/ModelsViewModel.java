package app.attune.recommend.ui;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.core.TaskSlot;
import app.attune.profiles.Population;
import app.attune.recommend.Algorithm;
import app.attune.recommend.Champion;
import app.attune.recommend.EventTypeUse;
import app.attune.recommend.InteractionOptions;
import app.attune.recommend.Leaderboard;
import app.attune.recommend.ModelCard;
import app.attune.recommend.ModelId;
import app.attune.recommend.RecommenderNames;
import app.attune.recommend.Registry;
import app.attune.recommend.RollingWords;
import app.attune.recommend.TrainingRequest;
import app.attune.ui.Tasks;
import app.attune.ui.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The models of the workspace: what there is, what is being trained, which card is open.
final class ModelsViewModel {
    /// What the screen has to show.
    enum Stage {
        LOADING,
        NO_EVENTS,
        NO_MODEL,
        MODELS
    }

    /// Everything one look at the workspace gives.
    record Loaded(List<EventTypeUse> types, Optional<Leaderboard> board, List<Champion> champions) {
        Loaded {
            champions = List.copyOf(champions);
        }
    }

    private final ModelsContext context;
    private final Texts texts;
    private final TrainingFormModel form;
    private final GroupsViewModel groups;
    private final MeasuringViewModel measuring;
    private final RerankViewModel rerank;
    private final OnnxFiles onnx;
    private final TaskSlot loading = new TaskSlot();
    private final TaskSlot training = new TaskSlot();
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.LOADING);
    private final ReadOnlyObjectWrapper<Optional<Leaderboard>> board = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Champion>> champions = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<WatchedProgress>> running =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper news = new ReadOnlyStringWrapper("");
    private final BooleanProperty formOpen = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<ModelId>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();

    ModelsViewModel(ModelsContext context, Texts texts) {
        this.context = context;
        this.texts = texts;
        this.form = new TrainingFormModel(context, texts);
        this.groups = new GroupsViewModel(context, texts);
        this.rerank = new RerankViewModel(context, texts);
        this.onnx = new OnnxFiles(context, texts);
        this.measuring = new MeasuringViewModel(context, texts);
        selected.addListener(observed -> measuring.cardProperty().set(card()));
        board.addListener(observed -> measuring.cardProperty().set(card()));
    }

    MeasuringViewModel measuring() {
        return measuring;
    }

    GroupsViewModel groups() {
        return groups;
    }

    RerankViewModel rerank() {
        return rerank;
    }

    TrainingFormModel form() {
        return form;
    }

    ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Leaderboard>> boardProperty() {
        return board.getReadOnlyProperty();
    }

    /// By purpose.
    ReadOnlyObjectProperty<List<Champion>> championsProperty() {
        return champions.getReadOnlyProperty();
    }

    /// The training under way.
    ReadOnlyObjectProperty<Optional<WatchedProgress>> runningProperty() {
        return running.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// What went well last; empty text for nothing.
    ReadOnlyStringProperty newsProperty() {
        return news.getReadOnlyProperty();
    }

    BooleanProperty formOpenProperty() {
        return formOpen;
    }

    ObjectProperty<Optional<ModelId>> selectedProperty() {
        return selected;
    }

    ObservableList<Problem> problems() {
        return problems;
    }

    /// The card of the selected model.
    Optional<ModelCard> card() {
        return selected.get().flatMap(id -> board.get().flatMap(known -> known.card(id)));
    }

    /// Reads the models and what the data offers anew.
    void load() {
        context.tasks().run(loading, texts.get("loading"), this::read, this::show, this::failed);
    }

    private Loaded read(Progress progress) {
        Population population = context.people().load(progress);
        return new Loaded(
                InteractionOptions.usesOf(population.events()),
                context.service().leaderboard(),
                context.service().registry().champions());
    }

    private void show(Loaded loaded) {
        form.offer(loaded.types());
        champions.set(loaded.champions());
        board.set(loaded.board());
        if (card().isEmpty()) {
            selected.set(loaded.board().map(known -> known.models().getFirst().id()));
        }
        if (loaded.board().isPresent()) {
            groups.load();
        }
        stage.set(
                loaded.board().isPresent()
                        ? Stage.MODELS
                        : loaded.types().isEmpty() ? Stage.NO_EVENTS : Stage.NO_MODEL);
    }

    /// Trains item-kNN with its defaults on what the event types suggest.
    void trainBaseline() {
        Tasks.Work<ModelCard> work = progress -> {
            Population population = context.people().load(progress);
            InteractionOptions interactions = InteractionOptions.suggestFor(population.events());
            return context.service()
                    .train(population, TrainingRequest.of(Algorithm.ITEM_KNN.usual(), interactions), progress);
        };
        start(work, this::trained);
    }

    /// Trains what the form says; does nothing while the form has a problem.
    void train() {
        form.request()
                .ifPresent(request -> start(
                        progress -> context.service().train(context.people().load(progress), request, progress),
                        this::trained));
    }

    /// Trains the settings of the selected model on the data of today and keeps that as another model.
    void refit() {
        Optional<ModelId> asked = card().map(ModelCard::id);
        asked.ifPresent(id -> start(
                progress ->
                        context.service().registry().refit(id, context.people().load(progress), progress),
                this::refitted));
    }

    private void refitted(Registry.Refit refit) {
        trained(refit.now());
        news.set(RollingWords.refit(refit));
    }

    /// Makes the selected model the champion of a purpose.
    void crown(String purpose) {
        problems.clear();
        news.set("");
        card().map(ModelCard::id).ifPresent(id -> crown(purpose, id));
    }

    private void crown(String purpose, ModelId id) {
        Tasks.Work<Loaded> work = progress -> {
            context.service().registry().crown(purpose, id);
            return read(progress);
        };
        context.tasks()
                .run(
                        loading,
                        texts.get("champion.working"),
                        work,
                        loaded -> {
                            show(loaded);
                            news.set(texts.get("champion.done", RecommenderNames.of(id), purpose));
                        },
                        this::failed);
    }

    void closeForm() {
        formOpen.set(false);
    }

    /// Stops the training; it keeps nothing.
    void cancel() {
        running.get().ifPresent(WatchedProgress::cancel);
    }

    void delete(ModelId id) {
        context.tasks()
                .run(
                        loading,
                        texts.get("delete.working"),
                        progress -> {
                            context.service().delete(id);
                            return read(progress);
                        },
                        loaded -> {
                            show(loaded);
                            news.set(texts.get("delete.done", RecommenderNames.of(id)));
                        },
                        this::failed);
    }

    /// Writes the model as ONNX, with the factors of everybody as they are now.
    void writeOnnx(ModelCard card, Path folder) {
        problems.clear();
        news.set("");
        onnx.write(card, folder, news::set, problems::add);
    }

    private <T> void start(Tasks.Work<T> work, Consumer<T> done) {
        if (busy.get()) {
            return;
        }
        problems.clear();
        news.set("");
        WatchedProgress watched = new WatchedProgress();
        busy.set(true);
        running.set(Optional.of(watched));
        context.tasks()
                .run(
                        training,
                        texts.get("train.working"),
                        progress -> work.run(watched.on(progress)),
                        done,
                        this::failed);
    }

    private void trained(ModelCard card) {
        ended();
        formOpen.set(false);
        selected.set(Optional.of(card.id()));
        news.set(texts.get("train.done", RecommenderNames.of(card.id())));
        load();
    }

    private void failed(Problem problem) {
        ended();
        problems.removeIf(shown -> shown.code().equals(problem.code()));
        problems.add(problem);
    }

    private void ended() {
        busy.set(false);
        running.set(Optional.empty());
    }
}
