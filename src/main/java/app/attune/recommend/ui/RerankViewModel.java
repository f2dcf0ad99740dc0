package app.attune.recommend.ui;

import app.attune.core.Problem;
import app.attune.core.TaskSlot;
import app.attune.core.json.Json;
import app.attune.recommend.ModelId;
import app.attune.recommend.RerankCosts;
import app.attune.recommend.RerankService;
import app.attune.recommend.rerank.Reranking;
import app.attune.recommend.rerank.RerankingJson;
import app.attune.recommend.rerank.Step;
import app.attune.recommend.rerank.StepText;
import app.attune.ui.Texts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The steps of a re-ranking as typed, and what they cost the model chosen on the board.
final class RerankViewModel {
    /// What can be typed, in the order the steps work.
    enum Field {
        ONLY(StepText::only),
        POPULARITY(StepText::popularity),
        CALIBRATION(StepText::calibration),
        DIVERSITY(StepText::diversity),
        AT_MOST(StepText::atMost),
        AT_LEAST(StepText::atLeast),
        SHARE(StepText::share);

        @SuppressWarnings("ImmutableEnumChecker") // A method reference.
        private final Function<String, Step> read;

        Field(Function<String, Step> read) {
            this.read = read;
        }
    }

    private final ModelsContext context;
    private final Texts texts;
    private final TaskSlot slot = new TaskSlot();
    private final Map<Field, StringProperty> typed = new EnumMap<>(Field.class);
    private final ReadOnlyObjectWrapper<Optional<RerankCosts>> costs = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    RerankViewModel(ModelsContext context, Texts texts) {
        this.context = context;
        this.texts = texts;
        for (Field field : Field.values()) {
            typed.put(field, new SimpleStringProperty(""));
        }
    }

    /// Several of one kind stand between commas.
    StringProperty typedProperty(Field field) {
        return typed.computeIfAbsent(field, ignored -> new SimpleStringProperty(""));
    }

    ReadOnlyObjectProperty<Optional<RerankCosts>> costsProperty() {
        return costs.getReadOnlyProperty();
    }

    /// What is in the way, with its remedy; empty text for nothing.
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Measures the steps on the lists of a model, and lets the preview show them.
    void tell(Optional<ModelId> model) {
        costs.set(Optional.empty());
        problem.set("");
        Optional<Reranking> steps = steps();
        if (model.isEmpty() && problem.get().isEmpty()) {
            problem.set(texts.get("rerank.no-model"));
        }
        steps.ifPresent(asked -> model.ifPresent(id -> {
            context.rerank().choose(id, asked);
            context.tasks()
                    .run(
                            slot,
                            texts.get("rerank.working"),
                            progress -> context.service()
                                    .reranking()
                                    .costs(
                                            id,
                                            asked,
                                            RerankService.Curves.FIRST,
                                            context.people().load(progress),
                                            progress),
                            found -> costs.set(Optional.of(found)),
                            this::failed);
        }));
    }

    /// As a file for the command line; empty where the steps cannot be read.
    Optional<String> json() {
        problem.set("");
        return steps().map(steps -> Json.writePretty(RerankingJson.write(steps)));
    }

    /// Empty, and the problem told, where they cannot be read or there are none.
    private Optional<Reranking> steps() {
        List<Step> steps = new ArrayList<>();
        for (Field field : Field.values()) {
            for (String part : typedProperty(field).get().split(",")) {
                try {
                    if (!part.isBlank()) {
                        steps.add(field.read.apply(part.strip()));
                    }
                } catch (IllegalArgumentException wrong) {
                    problem.set(texts.get(
                            "rerank.wrong", texts.get("rerank." + field), String.valueOf(wrong.getMessage())));
                    return Optional.empty();
                }
            }
        }
        if (steps.isEmpty()) {
            problem.set(texts.get("rerank.no-steps"));
            return Optional.empty();
        }
        return Optional.of(new Reranking(steps));
    }

    private void failed(Problem found) {
        problem.set(found.message() + " " + found.remedy());
    }
}
