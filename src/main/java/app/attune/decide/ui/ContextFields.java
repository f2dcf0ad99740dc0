package app.attune.decide.ui;

import app.attune.core.ItemId;
import app.attune.rules.RequestContext;
import app.attune.rules.RequestContext.Basket;
import app.attune.ui.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The request that is previewed: where, on what and with which basket; an empty field is not given. What cannot be
/// read is named below the fields, and the last that could be counts.
final class ContextFields extends VBox {
    private static final double GAP = 8;

    /// Of one letter on average, with some room, in widths of an em.
    private static final double LETTER = 0.55;

    private static final double BORDERS = 1.7;

    private final Texts texts = Texts.of("decide");
    private final FlowPane fields = new FlowPane(GAP, GAP);
    private final Label problem = new Label();
    private final Consumer<RequestContext> changed;
    private final TextField placement = field("contextPlacement", "placement");
    private final TextField device = field("contextDevice", "device");
    private final TextField items = field("contextItems", "items");
    private final TextField total = field("contextTotal", "total");
    private final ShownFields shown;
    private OptionalDouble sum = OptionalDouble.empty();

    /// @param changed hears of every change that can be read, when Enter is pressed or a field is left
    ContextFields(Consumer<RequestContext> changed) {
        super(GAP / 2);
        this.changed = changed;
        shown = new ShownFields(field("contextShown", "shown"), field("contextVisit", "visit"), texts);
        problem.getStyleClass().add("field-problem");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        getChildren().addAll(fields, problem);
    }

    /// With its label above, as wide as what stands in it while it is empty.
    private TextField field(String id, String name) {
        String prompt = texts.get("preview.context." + name + ".prompt");
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.setStyle("-fx-pref-width: " + (prompt.length() * LETTER + BORDERS) + "em;");
        Label label = new Label(texts.get("preview.context." + name));
        field.setAccessibleText(label.getText());
        label.getStyleClass().add("form-label");
        label.setLabelFor(field);
        fields.getChildren().add(new VBox(GAP / 2, label, field));
        field.setOnAction(event -> take());
        field.focusedProperty().addListener((observed, before, now) -> {
            if (!now) {
                take();
            }
        });
        return field;
    }

    private void take() {
        changed.accept(context());
        problem.setText(String.join(
                "\n",
                Stream.of(totalProblem(), shown.problem()).flatMap(List::stream).toList()));
    }

    private RequestContext context() {
        List<ItemId> basket = Arrays.stream(items.getText().split(",", -1))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .map(ItemId::new)
                .toList();
        if (totalProblem().isEmpty()) {
            sum = number(total.getText());
        }
        boolean given = !basket.isEmpty() || sum.isPresent();
        return new RequestContext(
                text(placement),
                text(device),
                given ? Optional.of(new Basket(basket, sum)) : Optional.empty(),
                shown.shown());
    }

    private List<String> totalProblem() {
        String typed = total.getText().strip();
        return typed.isEmpty() || number(typed).isPresent()
                ? List.of()
                : List.of(texts.get("preview.context.total.bad", typed));
    }

    private static Optional<String> text(TextField field) {
        return Optional.of(field.getText().strip()).filter(text -> !text.isEmpty());
    }

    private static OptionalDouble number(String text) {
        try {
            double value = Double.parseDouble(text.strip());
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
