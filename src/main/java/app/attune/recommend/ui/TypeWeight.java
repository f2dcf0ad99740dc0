package app.attune.recommend.ui;

import app.attune.recommend.EventTypeUse;
import java.util.OptionalDouble;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// One event type of the training form: whether it counts, and how much.
final class TypeWeight {
    private static final double LEAST = 0.001;
    private static final double MOST = 1000;

    private final EventTypeUse use;
    private final BooleanProperty counted = new SimpleBooleanProperty();
    private final StringProperty weight = new SimpleStringProperty();

    TypeWeight(EventTypeUse use) {
        this.use = use;
        counted.set(use.suggestedWeight() > 0);
        weight.set(plain(use.suggestedWeight() > 0 ? use.suggestedWeight() : 1));
    }

    String type() {
        return use.type();
    }

    long events() {
        return use.events();
    }

    /// Of these, the events that never count.
    long takenBack() {
        return use.takenBack();
    }

    BooleanProperty countedProperty() {
        return counted;
    }

    StringProperty weightProperty() {
        return weight;
    }

    /// Empty unless the text is a number from 0.001 to 1,000.
    OptionalDouble value() {
        OptionalDouble number = number(weight.get());
        return number.isPresent() && number.getAsDouble() >= LEAST && number.getAsDouble() <= MOST
                ? number
                : OptionalDouble.empty();
    }

    /// A plain decimal number, empty for anything else.
    static OptionalDouble number(String text) {
        String trimmed = text.trim();
        return trimmed.matches("\\d{1,9}(\\.\\d{1,9})?")
                ? OptionalDouble.of(Double.parseDouble(trimmed))
                : OptionalDouble.empty();
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
