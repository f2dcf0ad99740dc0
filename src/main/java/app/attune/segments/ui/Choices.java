package app.attune.segments.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Makes the small controls of a row.
final class Choices {
    private static final double EM_PER_LETTER = 0.58;
    private static final double EM_FOR_ARROW = 3.6;
    private static final int FEWEST = 4;
    private static final double EM_FOR_ROOM = 2.4;

    private Choices() {}

    /// What a control is called: for tests and style, and for those who cannot see it.
    record Name(String id, String spoken) {}

    /// A list to choose one from; the selected one is offered even when it is not among the items.
    static <T> ComboBox<T> of(Name name, List<T> items, T selected, Function<T, String> words) {
        ComboBox<T> box = new ComboBox<>();
        List<T> offered = new ArrayList<>(items);
        if (!offered.contains(selected)) {
            offered.addFirst(selected);
        }
        box.getItems().setAll(offered);
        box.setConverter(words(words));
        box.setValue(selected);
        box.setId(name.id());
        box.setAccessibleText(name.spoken());
        fit(box, words.apply(selected));
        return box;
    }

    /// Shows items in words; nothing for none.
    static <T> StringConverter<T> words(Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T item) {
                return item == null ? "" : words.apply(item);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("Nothing is typed here");
            }
        };
    }

    /// As wide as what it shows, whatever the text size.
    private static void fit(ComboBox<?> box, String shown) {
        double width = Math.max(FEWEST, shown.length()) * EM_PER_LETTER + EM_FOR_ARROW;
        box.setStyle(String.format(Locale.ROOT, "-fx-pref-width: %.1fem;", width));
        box.setMinWidth(Region.USE_PREF_SIZE);
    }

    /// Calls `picked` when the analyst settled on another item; not for those passed on the way in the open list.
    static <T> void onPick(ComboBox<T> box, Consumer<T> picked) {
        T before = box.getValue();
        Runnable settle = () -> {
            T value = box.getValue();
            if (value != null && !value.equals(before)) {
                picked.accept(value);
            }
        };
        box.setOnAction(event -> {
            if (!box.isShowing()) {
                settle.run();
            }
        });
        box.setOnHidden(event -> settle.run());
    }

    /// A line of text as wide as some letters.
    static TextField field(Name name, String text, int letters) {
        TextField field = new TextField(text);
        field.setId(name.id());
        field.setAccessibleText(name.spoken());
        field.setPrefColumnCount(letters);
        field.setStyle(String.format(Locale.ROOT, "-fx-min-width: %.1fem;", letters * EM_PER_LETTER + EM_FOR_ROOM));
        return field;
    }
}
