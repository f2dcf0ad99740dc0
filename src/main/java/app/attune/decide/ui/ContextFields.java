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
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;

/// The request that is previewed: where, on what and with which basket; an empty field is not given.
final class ContextFields extends FlowPane {
    private static final double GAP = 8;

    /// Of one letter on average, with some room, in widths of an em.
    private static final double LETTER = 0.55;

    private static final double BORDERS = 2;

    private final Texts texts = Texts.of("decide");
    private final TextField placement = field("contextPlacement", "preview.context.placement");
    private final TextField device = field("contextDevice", "preview.context.device");
    private final TextField items = field("contextItems", "preview.context.items");
    private final TextField total = field("contextTotal", "preview.context.total");

    private final ShownFields shown;

    /// @param changed hears of every change that can be read, when Enter is pressed or a field is left
    ContextFields(Consumer<RequestContext> changed) {
        super(GAP, GAP);
        shown = new ShownFields(() -> changed.accept(context()));
        getChildren().addAll(placement, device, items, total);
        getChildren().addAll(shown.nodes());
        for (TextField field : List.of(placement, device, items, total)) {
            field.setOnAction(event -> changed.accept(context()));
            field.focusedProperty().addListener((observed, before, now) -> {
                if (!now) {
                    changed.accept(context());
                }
            });
        }
    }

    /// As wide as what stands in it while it is empty.
    static String width(String prompt) {
        return "-fx-pref-width: " + (prompt.length() * LETTER + BORDERS) + "em;";
    }

    private TextField field(String id, String key) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(texts.get(key));
        field.setAccessibleText(texts.get(key));
        field.setStyle(width(texts.get(key)));
        return field;
    }

    private RequestContext context() {
        List<ItemId> basket = Arrays.stream(items.getText().split(",", -1))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .map(ItemId::new)
                .toList();
        OptionalDouble sum = number(total.getText());
        boolean given = !basket.isEmpty() || sum.isPresent();
        return new RequestContext(
                text(placement),
                text(device),
                given ? Optional.of(new Basket(basket, sum)) : Optional.empty(),
                shown.shown());
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
