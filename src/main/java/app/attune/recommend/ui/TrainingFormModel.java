package app.attune.recommend.ui;

import app.attune.core.Problem;
import app.attune.core.TaskSlot;
import app.attune.recommend.EventTypeUse;
import app.attune.recommend.InteractionOptions;
import app.attune.recommend.ItemKnnOptions;
import app.attune.recommend.PopularityOptions;
import app.attune.recommend.RecommenderOptions;
import app.attune.recommend.Repeats;
import app.attune.recommend.SplitPoint;
import app.attune.recommend.SplitPreview;
import app.attune.recommend.TrainingRequest;
import app.attune.ui.Texts;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What to train and how to measure it, while it is being entered.
final class TrainingFormModel {
    /// The algorithms on offer.
    enum Algorithm {
        ITEM_KNN,
        POPULARITY
    }

    private static final int MOST_NEIGHBOURS = 1000;
    private static final int USUAL_SHARE = 80;
    private static final double PERCENT = 100;

    private final ModelsContext context;
    private final Texts texts;
    private final TaskSlot previewSlot = new TaskSlot();
    private final ObjectProperty<Algorithm> algorithm = new SimpleObjectProperty<>(Algorithm.ITEM_KNN);
    private final StringProperty neighbours = new SimpleStringProperty("50");
    private final StringProperty shrink = new SimpleStringProperty("20");
    private final ObjectProperty<PopularityOptions.Count> count =
            new SimpleObjectProperty<>(PopularityOptions.Count.USERS);
    private final ObjectProperty<Repeats> repeats = new SimpleObjectProperty<>(Repeats.ONCE);
    private final IntegerProperty trainPercent = new SimpleIntegerProperty(USUAL_SHARE);
    private final ObservableList<TypeWeight> types = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<SplitPreview>> preview = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> previewProblem =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    TrainingFormModel(ModelsContext context, Texts texts) {
        this.context = context;
        this.texts = texts;
        algorithm.addListener(observed -> check());
        neighbours.addListener(observed -> check());
        shrink.addListener(observed -> check());
        repeats.addListener(observed -> changed());
        trainPercent.addListener(observed -> changed());
    }

    ObjectProperty<Algorithm> algorithmProperty() {
        return algorithm;
    }

    StringProperty neighboursProperty() {
        return neighbours;
    }

    StringProperty shrinkProperty() {
        return shrink;
    }

    ObjectProperty<PopularityOptions.Count> countProperty() {
        return count;
    }

    ObjectProperty<Repeats> repeatsProperty() {
        return repeats;
    }

    IntegerProperty trainPercentProperty() {
        return trainPercent;
    }

    ObservableList<TypeWeight> types() {
        return types;
    }

    /// What keeps the training from starting, in words; empty if nothing does.
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// How the split would cut the data; empty while it is not known.
    ReadOnlyObjectProperty<Optional<SplitPreview>> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> previewProblemProperty() {
        return previewProblem.getReadOnlyProperty();
    }

    /// The event types of the data, with what their names suggest. Choices already made for a type stay.
    void offer(List<EventTypeUse> uses) {
        List<String> known = types.stream().map(TypeWeight::type).toList();
        if (known.equals(uses.stream().map(EventTypeUse::type).toList())) {
            return;
        }
        types.setAll(uses.stream().map(TypeWeight::new).toList());
        for (TypeWeight type : types) {
            type.countedProperty().addListener(observed -> changed());
            type.weightProperty().addListener(observed -> changed());
        }
        check();
    }

    /// Counts what the split leaves on both sides; call when the form is shown.
    void refreshPreview() {
        if (interactions().isEmpty()) {
            previewSlot.cancel();
            preview.set(Optional.empty());
            return;
        }
        InteractionOptions options = interactions().get();
        SplitPoint split = split();
        context.tasks()
                .run(
                        previewSlot,
                        texts.get("form.previewing"),
                        progress ->
                                context.service().preview(context.people().load(progress), options, split, progress),
                        found -> {
                            preview.set(Optional.of(found));
                            previewProblem.set(Optional.empty());
                        },
                        failed -> {
                            preview.set(Optional.empty());
                            previewProblem.set(Optional.of(failed));
                        });
    }

    /// Empty while something keeps it from starting.
    Optional<TrainingRequest> request() {
        check();
        if (!problem.get().isEmpty()) {
            return Optional.empty();
        }
        return interactions().map(chosen -> new TrainingRequest(recommender(), chosen, split(), 1));
    }

    private SplitPoint split() {
        return new SplitPoint.Share(trainPercent.get() / PERCENT);
    }

    private RecommenderOptions recommender() {
        return switch (algorithm.get()) {
            case POPULARITY -> new PopularityOptions(count.get());
            case ITEM_KNN ->
                new ItemKnnOptions(
                        (int) TypeWeight.number(neighbours.get()).orElseThrow(),
                        TypeWeight.number(shrink.get()).orElseThrow());
        };
    }

    private Optional<InteractionOptions> interactions() {
        TreeMap<String, Double> weights = new TreeMap<>();
        for (TypeWeight type : types) {
            if (type.countedProperty().get()) {
                OptionalDouble value = type.value();
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                weights.put(type.type(), value.getAsDouble());
            }
        }
        return weights.isEmpty()
                ? Optional.empty()
                : Optional.of(new InteractionOptions(weights, repeats.get(), InteractionOptions.ALL_TIME));
    }

    private void changed() {
        check();
        refreshPreview();
    }

    private void check() {
        problem.set(firstProblem());
    }

    private String firstProblem() {
        if (types.stream().noneMatch(type -> type.countedProperty().get())) {
            return texts.get("form.problem.no-type");
        }
        for (TypeWeight type : types) {
            if (type.countedProperty().get() && type.value().isEmpty()) {
                return texts.get("form.problem.weight", type.type());
            }
        }
        if (algorithm.get() == Algorithm.ITEM_KNN) {
            OptionalDouble k = TypeWeight.number(neighbours.get());
            if (k.isEmpty()
                    || k.getAsDouble() != Math.rint(k.getAsDouble())
                    || k.getAsDouble() < 1
                    || k.getAsDouble() > MOST_NEIGHBOURS) {
                return texts.get("form.problem.neighbours");
            }
            if (TypeWeight.number(shrink.get()).isEmpty()) {
                return texts.get("form.problem.shrink");
            }
        }
        return "";
    }
}
