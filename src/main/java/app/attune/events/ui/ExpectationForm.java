package app.attune.events.ui;

import app.attune.core.Problem;
import app.attune.events.EventCells;
import app.attune.events.quality.Check;
import app.attune.events.quality.Expectation;
import app.attune.events.quality.ExpectationWords;
import app.attune.ui.InWords;
import app.attune.ui.Texts;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;

/// Where an expectation is written: what kind, of which column, within what.
final class ExpectationForm {
    /// What can be expected.
    enum Kind {
        FILLED,
        ONE_OF,
        BETWEEN,
        DIFFERENT,
        FRESH,
        DAILY;

        boolean hasColumn() {
            return switch (this) {
                case FILLED, ONE_OF, BETWEEN, DIFFERENT -> true;
                case FRESH, DAILY -> false;
            };
        }
    }

    record Controls(ComboBox<Kind> kind, ComboBox<String> column, TextField value, TextField name, Button add) {}

    private final Controls controls;
    private final QualityViewModel model;
    private final Texts texts;

    ExpectationForm(Controls controls, QualityViewModel model, Texts texts) {
        this.controls = controls;
        this.model = model;
        this.texts = texts;
        controls.kind().setConverter(InWords.of(kind -> texts.get("quality.kind." + kind)));
        controls.kind().getItems().setAll(Kind.values());
        controls.kind().valueProperty().addListener((observed, before, now) -> follow(now));
        controls.kind().setValue(Kind.FILLED);
        controls.add().setOnAction(event -> add());
        controls.value().setOnAction(event -> add());
        controls.name().setOnAction(event -> add());
    }

    /// Proposes the columns of these events.
    void columns(EventCells cells) {
        String before = controls.column().getValue();
        List<String> names = cells.fields().stream().map(EventCells.Field::name).toList();
        controls.column().getItems().setAll(names);
        controls.column().setValue(names.contains(before) ? before : names.getFirst());
    }

    private void follow(Kind kind) {
        controls.column().setDisable(!kind.hasColumn());
        controls.value().setDisable(kind == Kind.DIFFERENT);
        controls.value().setPromptText(texts.get("quality.value." + kind));
    }

    private void add() {
        String typed =
                Objects.requireNonNullElse(controls.value().getText(), "").strip();
        try {
            Check check = check(typed);
            String name =
                    Objects.requireNonNullElse(controls.name().getText(), "").strip();
            model.expect(new Expectation(name.isEmpty() ? ExpectationWords.of(check) : name, check));
            controls.value().clear();
            controls.name().clear();
        } catch (IllegalArgumentException e) {
            model.refuse(new Problem(
                    "quality.bad-expectation",
                    texts.get("quality.bad", typed),
                    texts.get(
                            "quality.bad.remedy",
                            texts.get("quality.value." + controls.kind().getValue()))));
        }
    }

    private Check check(String typed) {
        String column = Objects.requireNonNullElse(controls.column().getValue(), "");
        return switch (controls.kind().getValue()) {
            case FILLED ->
                new Check.Filled(column, number(typed.replace("%", "").strip()) / 100);
            case ONE_OF ->
                new Check.OneOf(
                        column,
                        Arrays.stream(typed.split(","))
                                .map(String::strip)
                                .filter(value -> !value.isEmpty())
                                .toList());
            case BETWEEN -> new Check.Between(column, low(typed), high(typed));
            case DIFFERENT -> new Check.Different(column);
            case FRESH -> new Check.Fresh(Duration.ofSeconds(Math.round(3_600 * number(typed))));
            case DAILY -> new Check.Daily(Math.round(low(typed)), Math.round(high(typed)));
        };
    }

    private static double low(String range) {
        return number(range.split("\\.\\.", 2)[0]);
    }

    private static double high(String range) {
        String[] ends = range.split("\\.\\.", 2);
        return number(ends[ends.length - 1]);
    }

    private static double number(String text) {
        return Double.parseDouble(text.strip().replace(",", ""));
    }
}
