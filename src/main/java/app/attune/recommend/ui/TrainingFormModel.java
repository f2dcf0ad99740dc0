package app.attune.recommend.ui;

import app.attune.core.Problem;
import app.attune.core.TaskSlot;
import app.attune.recommend.Algorithm;
import app.attune.recommend.Decay;
import app.attune.recommend.EventTypeUse;
import app.attune.recommend.InteractionOptions;
import app.attune.recommend.RecommenderOptions;
import app.attune.recommend.Repeats;
import app.attune.recommend.Setting;
import app.attune.recommend.SplitPoint;
import app.attune.recommend.SplitPreview;
import app.attune.recommend.TrainingRequest;
import app.attune.ui.Texts;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private static final int USUAL_SHARE = 80;
    private static final double PERCENT = 100;

    private final ModelsContext context;
    private final Texts texts;
    private final TaskSlot previewSlot = new TaskSlot();
    private final ObjectProperty<Algorithm> algorithm = new SimpleObjectProperty<>(Algorithm.ITEM_KNN);
    private final Map<Algorithm, Map<String, StringProperty>> settings = new EnumMap<>(Algorithm.class);
    private final ObjectProperty<Repeats> repeats = new SimpleObjectProperty<>(Repeats.ONCE);
    private final StringProperty halfLife = new SimpleStringProperty("");
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
        for (Algorithm one : Algorithm.values()) {
            Map<String, StringProperty> values = new HashMap<>();
            one.settings().forEach(setting -> values.put(setting.name(), value(setting)));
            settings.put(one, values);
        }
        repeats.addListener(observed -> changed());
        halfLife.addListener(observed -> check());
        trainPercent.addListener(observed -> changed());
    }

    ObjectProperty<Algorithm> algorithmProperty() {
        return algorithm;
    }

    private StringProperty value(Setting setting) {
        StringProperty value = new SimpleStringProperty(SettingWords.usual(setting));
        value.addListener(observed -> check());
        return value;
    }

    /// What is entered for a setting of the algorithm that is chosen.
    StringProperty valueProperty(String name) {
        Algorithm chosen = algorithm.get();
        return valueProperty(chosen, chosen.setting(name).orElseThrow());
    }

    /// What is entered for a setting of an algorithm; each algorithm keeps its own.
    StringProperty valueProperty(Algorithm of, Setting setting) {
        return Objects.requireNonNull(Objects.requireNonNull(settings.get(of)).get(setting.name()));
    }

    ObjectProperty<Repeats> repeatsProperty() {
        return repeats;
    }

    /// Days after which an interaction counts half; empty if age does not matter.
    StringProperty halfLifeProperty() {
        return halfLife;
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

    /// The same with the usual settings of an algorithm, whatever is entered for settings.
    Optional<TrainingRequest> usual(Algorithm of) {
        return interactionsProblem().isEmpty()
                ? interactions().map(chosen -> new TrainingRequest(of.usual(), chosen, split(), 1))
                : Optional.empty();
    }

    /// Chooses an algorithm with all its settings.
    void fill(RecommenderOptions options) {
        Algorithm chosen = options.algorithm();
        for (Setting setting : chosen.settings()) {
            String value = options.values().getOrDefault(setting.name(), setting.usual());
            valueProperty(chosen, setting).set(SettingWords.typed(value));
        }
        algorithm.set(chosen);
    }

    private SplitPoint split() {
        return new SplitPoint.Share(trainPercent.get() / PERCENT);
    }

    private RecommenderOptions recommender() {
        Algorithm chosen = algorithm.get();
        TreeMap<String, String> values = new TreeMap<>();
        for (Setting setting : chosen.settings()) {
            values.put(
                    setting.name(),
                    SettingWords.plain(setting, valueProperty(chosen, setting).get()));
        }
        return new RecommenderOptions(chosen, values);
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
                : Optional.of(new InteractionOptions(weights, repeats.get(), InteractionOptions.ALL_TIME)
                        .with(decay().orElse(Decay.none())));
    }

    /// Empty if what was typed is none.
    private Optional<Decay> decay() {
        if (halfLife.get().isBlank()) {
            return Optional.of(Decay.none());
        }
        try {
            return TypeWeight.number(halfLife.get()).stream()
                    .mapToObj(Decay::halfLife)
                    .findFirst();
        } catch (IllegalArgumentException outside) {
            return Optional.empty();
        }
    }

    private void changed() {
        check();
        refreshPreview();
    }

    private void check() {
        problem.set(firstProblem());
    }

    /// What is wrong with anything but the settings, in words; empty if nothing is.
    String interactionsProblem() {
        if (types.stream().noneMatch(type -> type.countedProperty().get())) {
            return texts.get("form.problem.no-type");
        }
        for (TypeWeight type : types) {
            if (type.countedProperty().get() && type.value().isEmpty()) {
                return texts.get("form.problem.weight", type.type());
            }
        }
        return decay().isEmpty() ? texts.get("form.problem.half-life") : "";
    }

    private String firstProblem() {
        String elsewhere = interactionsProblem();
        if (!elsewhere.isEmpty()) {
            return elsewhere;
        }
        Algorithm chosen = algorithm.get();
        return chosen.settings().stream()
                .filter(setting -> !SettingWords.isValid(
                        setting, valueProperty(chosen, setting).get()))
                .findFirst()
                .map(setting -> SettingWords.problem(texts, setting))
                .orElse("");
    }
}
