package app.attune.rules.ui;

import app.attune.core.ItemId;
import app.attune.rules.RequestContext;
import app.attune.rules.RequestContext.Basket;
import app.attune.ui.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// As what request occasions are decided: where, on what and with which basket; an empty field is not given.
public final class RequestFields extends FlowPane {
    private static final double GAP = 8;
    private static final double BETWEEN = 12;
    private static final int SHORT = 7;
    private static final int LONG = 12;

    private final Texts texts = Texts.of("rules");
    private final TextField placement = field("replayPlacement", "replay.placement", SHORT);
    private final TextField device = field("replayDevice", "replay.device", SHORT);
    private final TextField items = field("replayItems", "replay.items", LONG);
    private final TextField total = field("replayTotal", "replay.total", SHORT);

    /// All empty.
    public RequestFields() {
        super(BETWEEN, GAP);
    }

    private TextField field(String id, String key, int columns) {
        TextField field = new TextField();
        field.setId(id);
        field.setPrefColumnCount(columns);
        field.setPromptText(texts.get(key + ".prompt"));
        field.setAccessibleText(texts.get(key));
        Label label = new Label(texts.get(key));
        label.getStyleClass().add("form-label");
        label.setLabelFor(field);
        getChildren().add(new VBox(GAP / 2, label, field));
        return field;
    }

    RequestContext context() {
        List<ItemId> basket = Arrays.stream(items.getText().split(",", -1))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .map(ItemId::new)
                .toList();
        OptionalDouble sum = number(total.getText().strip());
        boolean given = !basket.isEmpty() || sum.isPresent();
        return new RequestContext(
                text(placement), text(device), given ? Optional.of(new Basket(basket, sum)) : Optional.empty());
    }

    private static Optional<String> text(TextField field) {
        return Optional.of(field.getText().strip()).filter(text -> !text.isEmpty());
    }

    private static OptionalDouble number(String text) {
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
