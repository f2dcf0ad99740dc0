package app.attune.segments.ui;

import app.attune.segments.Comparison;
import app.attune.segments.FieldKind;
import app.attune.segments.KnownValue;
import app.attune.segments.ValueCount;
import app.attune.ui.Numbers;
import app.attune.ui.SuggestField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// The values a field is compared with: one field, two, or a list with suggestions from the data.
final class ValuesEditor {
    private static final int OFFERED = 30;
    private static final int TEXT_LETTERS = 12;
    private static final int NUMBER_LETTERS = 6;

    private final Spot.Place place;
    private final Asked asked;
    private final Consumer<List<String>> changed;
    private final Consumer<List<String>> typed;
    private final List<Node> nodes = new ArrayList<>();

    /// What is compared, how, and with what so far.
    record Asked(FieldKind kind, Comparison comparison, List<String> values, List<KnownValue> known) {}

    /// Where an edit goes.
    ///
    /// @param changed a finished edit
    /// @param typed   a letter
    record Sink(Consumer<List<String>> changed, Consumer<List<String>> typed) {}

    ValuesEditor(Spot.Place place, Asked asked, Sink sink) {
        this.place = place;
        this.asked = asked;
        this.changed = sink.changed();
        this.typed = sink.typed();
        switch (ValueCount.of(asked.comparison())) {
            case NONE -> {}
            case ONE -> nodes.add(single(0));
            case TWO -> {
                nodes.add(single(0));
                nodes.add(new Label(place.text("and")));
                nodes.add(single(1));
            }
            case SOME -> some();
        }
    }

    List<Node> nodes() {
        return nodes;
    }

    private Choices.Name name(String control, String key) {
        return place.name(control, key);
    }

    private String value(int position) {
        return position < asked.values().size() ? asked.values().get(position) : "";
    }

    private TextField field(Choices.Name name, String text) {
        int letters = asked.kind() == FieldKind.NUMBER ? NUMBER_LETTERS : TEXT_LETTERS;
        TextField field = Choices.field(name, text, letters);
        if (asked.kind() == FieldKind.DATE) {
            field.setPromptText("2026-11-14");
        }
        return field;
    }

    private Node single(int position) {
        TextField field = field(name("value" + (position == 0 ? "" : "2"), "value"), value(position));
        field.textProperty().addListener((observed, old, text) -> typed.accept(fieldTexts()));
        return field;
    }

    private List<String> fieldTexts() {
        List<String> texts = nodes.stream()
                .flatMap(node -> node instanceof TextField field
                        ? Stream.of(field.getText().strip())
                        : Stream.empty())
                .toList();
        return texts.stream().allMatch(String::isEmpty) ? List.of() : texts;
    }

    private void some() {
        if (asked.kind() != FieldKind.TEXT) {
            TextField field = field(name("value", "values.separated"), String.join(", ", asked.values()));
            field.textProperty().addListener((observed, old, text) -> typed.accept(separated(text)));
            nodes.add(field);
            return;
        }
        for (int i = 0; i < asked.values().size(); i++) {
            nodes.add(chip(i, asked.values().get(i)));
        }
        nodes.add(adder());
        if (!asked.known().isEmpty()) {
            nodes.add(suggestions());
        }
    }

    private static List<String> separated(String text) {
        return Arrays.stream(text.split("[,;\\s]+"))
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private Node chip(int position, String value) {
        Button chip = new Button(value.isEmpty() ? "\"\"" : value, new FontIcon("mdoal-close"));
        chip.getStyleClass().addAll("small", "value-chip");
        chip.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        chip.setId(place.id("chip" + position));
        chip.setAccessibleText(place.part().said(place.text("value.remove", value)));
        chip.setMinWidth(Region.USE_PREF_SIZE);
        chip.setOnAction(event -> {
            List<String> fewer = new ArrayList<>(asked.values());
            fewer.remove(value);
            place.part().pane().focusing(place.id("value"), () -> changed.accept(fewer));
        });
        return chip;
    }

    private Node adder() {
        SuggestField field = new SuggestField();
        field.setId(place.id("value"));
        field.setAccessibleText(place.spoken("value.add"));
        field.setPrefColumnCount(TEXT_LETTERS);
        field.setPromptText(place.text("value.prompt"));
        field.suggestFrom(this::matching);
        field.onPicked(this::add);
        field.focusedProperty().addListener((observed, before, now) -> {
            if (!now) {
                add(field.getText());
            }
        });
        return field;
    }

    private List<SuggestField.Suggestion> matching(String typed) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        return left().filter(known -> known.text().toLowerCase(Locale.ROOT).contains(wanted))
                .map(known -> new SuggestField.Suggestion(known.text(), label(known)))
                .toList();
    }

    private Stream<KnownValue> left() {
        return asked.known().stream().filter(known -> !asked.values().contains(known.text()));
    }

    private static String label(KnownValue known) {
        return known.text() + "   " + Numbers.count(known.count());
    }

    private Node suggestions() {
        MenuButton menu = new MenuButton(place.text("value.known"));
        menu.setId(place.id("known"));
        menu.setAccessibleText(place.spoken("value.known.spoken"));
        menu.setMinWidth(Region.USE_PREF_SIZE);
        left().limit(OFFERED).forEach(known -> {
            MenuItem item = new MenuItem(label(known));
            item.setMnemonicParsing(false);
            item.setOnAction(event -> add(known.text()));
            menu.getItems().add(item);
        });
        return menu;
    }

    private void add(String text) {
        String value = text.strip();
        if (!value.isEmpty() && !asked.values().contains(value)) {
            List<String> more = new ArrayList<>(asked.values());
            more.add(value);
            changed.accept(more);
        }
    }
}
