package app.attune.rules.ui;

import app.attune.core.ItemId;
import app.attune.rules.ItemSelector;
import app.attune.rules.RuleBasis;
import app.attune.rules.RuleId;
import app.attune.rules.Treatment;
import app.attune.ui.SuggestField;
import app.attune.ui.Texts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Edits what a rule does, with fields that fit its kind; a value out of range is named and not taken.
final class TreatmentEditor extends VBox {
    private static final double GAP = 8;

    private final Texts texts = Texts.of("rules");
    private Consumer<Treatment> edited = treatment -> {};
    private RuleBasis basis = RuleBasis.empty();
    private Optional<RuleId> rule = Optional.empty();
    private Treatment current = new Treatment.Recommend("none");

    TreatmentEditor() {
        setSpacing(GAP);
    }

    void onEdited(Consumer<Treatment> handler) {
        edited = handler;
    }

    /// Builds the fields; keeps them, and where the cursor stands, when they show this of the same rule already.
    void show(RuleId of, Treatment treatment, RuleBasis against) {
        if (Optional.of(of).equals(rule) && treatment.equals(current) && against.equals(basis)) {
            return;
        }
        rule = Optional.of(of);
        current = treatment;
        basis = against;
        getChildren().clear();
        switch (treatment) {
            case Treatment.Boost boost -> {
                items(boost.items(), items -> new Treatment.Boost(items, factorOf(current)));
                factor(boost.factor(), "rules.factor.boost", value -> new Treatment.Boost(itemsOf(current), value));
            }
            case Treatment.Bury bury -> {
                items(bury.items(), items -> new Treatment.Bury(items, factorOf(current)));
                factor(bury.factor(), "rules.factor.bury", value -> new Treatment.Bury(itemsOf(current), value));
            }
            case Treatment.Exclude exclude -> items(exclude.items(), Treatment.Exclude::new);
            case Treatment.Pin pin -> pin(pin);
            case Treatment.Recommend recommend -> getChildren().add(new ModelChainEditor(recommend, basis, this::emit));
            case Treatment.Offer offer -> offer(offer);
        }
    }

    private void emit(Treatment treatment) {
        if (!treatment.equals(current)) {
            current = treatment;
            edited.accept(treatment);
        }
    }

    private static ItemSelector itemsOf(Treatment treatment) {
        return switch (treatment) {
            case Treatment.Boost boost -> boost.items();
            case Treatment.Bury bury -> bury.items();
            case Treatment.Exclude exclude -> exclude.items();
            case Treatment.Pin pin -> new ItemSelector.Items(List.of(pin.item()));
            case Treatment.Recommend ignored -> new ItemSelector.Items(List.of());
            case Treatment.Offer ignored -> new ItemSelector.Items(List.of());
        };
    }

    private static double factorOf(Treatment treatment) {
        return switch (treatment) {
            case Treatment.Boost boost -> boost.factor();
            case Treatment.Bury bury -> bury.factor();
            case Treatment.Exclude ignored -> 1;
            case Treatment.Pin ignored -> 1;
            case Treatment.Recommend ignored -> 1;
            case Treatment.Offer ignored -> 1;
        };
    }

    private void items(ItemSelector selector, java.util.function.Function<ItemSelector, Treatment> make) {
        getChildren().add(new SelectorEditor(selector, basis, items -> emit(make.apply(items))));
    }

    private void factor(double value, String label, DoubleFunction<Treatment> make) {
        TextField field =
                new TextField(BigDecimal.valueOf(value).stripTrailingZeros().toPlainString());
        field.setId("factor");
        Label problem = problem(texts.get("rules.factor.bad"));
        field.textProperty().addListener((observed, before, now) -> {
            OptionalDouble number = number(now);
            boolean good = number.isPresent() && tries(() -> emit(make.apply(number.getAsDouble())));
            show(problem, !good);
        });
        labelled(texts.get(label), field);
        getChildren().add(problem);
    }

    private void pin(Treatment.Pin pin) {
        SuggestField item = new SuggestField();
        item.setId("pinItem");
        item.showText(pin.item().value());
        item.suggestFrom(typed -> SelectorEditor.items(basis, typed));
        Label name = new Label(basis.catalogue().name(pin.item()));
        name.getStyleClass().add("caption");
        item.onPicked(value -> {
            item.showText(value);
            name.setText(basis.catalogue().name(new ItemId(value)));
            emit(new Treatment.Pin(new ItemId(value), placeOf(current)));
        });
        Spinner<Integer> place = new Spinner<>(1, 100, pin.place());
        place.setId("pinPlace");
        place.setEditable(true);
        place.setAccessibleText(texts.get("rules.pin.place"));
        place.getEditor().setAccessibleText(texts.get("rules.pin.place"));
        place.valueProperty().addListener((observed, before, now) -> {
            if (current instanceof Treatment.Pin now2) {
                emit(new Treatment.Pin(now2.item(), now));
            }
        });
        labelled(texts.get("rules.item"), item);
        getChildren().add(name);
        labelled(texts.get("rules.pin.place"), place);
    }

    private static int placeOf(Treatment treatment) {
        return treatment instanceof Treatment.Pin pin ? pin.place() : 1;
    }

    private void offer(Treatment.Offer offer) {
        TextField code = new TextField(offer.code());
        code.setId("offerCode");
        TextField text = new TextField(offer.text());
        text.setId("offerText");
        Label problem = problem(texts.get("rules.code.blank"));
        Runnable take = () -> {
            boolean good = !code.getText().isBlank();
            show(problem, !good);
            if (good) {
                emit(new Treatment.Offer(code.getText().strip(), text.getText()));
            }
        };
        code.textProperty().addListener((observed, before, now) -> take.run());
        text.textProperty().addListener((observed, before, now) -> take.run());
        labelled(texts.get("rules.code"), code);
        getChildren().add(problem);
        labelled(texts.get("rules.text"), text);
    }

    private void labelled(String text, javafx.scene.Node field) {
        Label label = new Label(text);
        label.getStyleClass().add("form-label");
        label.setLabelFor(field);
        getChildren().addAll(label, field);
    }

    private static Label problem(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("field-problem");
        label.setWrapText(true);
        show(label, false);
        return label;
    }

    private static void show(Label problem, boolean shown) {
        problem.setVisible(shown);
        problem.setManaged(shown);
    }

    private static OptionalDouble number(String text) {
        try {
            double value = Double.parseDouble(text.strip());
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /// False if the value is out of the range of its treatment.
    private static boolean tries(Runnable take) {
        try {
            take.run();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
