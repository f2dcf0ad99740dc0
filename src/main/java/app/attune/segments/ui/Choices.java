package app.attune.segments.ui;

import app.attune.ui.InWords;
import app.attune.ui.Tips;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// Makes the small controls of a row.
final class Choices {
    private static final double EM_PER_LETTER = 0.58;
    private static final double EM_FOR_ARROW = 3.6;
    private static final int FEWEST = 4;
    private static final double NARROWEST = 10;
    private static final double EM_FOR_ROOM = 2.4;

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

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
        box.setConverter(InWords.of(words));
        box.setValue(selected);
        box.setId(name.id());
        box.setAccessibleText(name.spoken());
        fit(box, words.apply(selected));
        return box;
    }

    /// As wide as what it shows, whatever the text size; less where there is little room.
    private static void fit(ComboBox<?> box, String shown) {
        double width = Math.max(FEWEST, shown.length()) * EM_PER_LETTER + EM_FOR_ARROW;
        box.setStyle(String.format(
                Locale.ROOT, "-fx-pref-width: %.1fem; -fx-min-width: %.1fem;", width, Math.min(width, NARROWEST)));
    }

    /// Lets no list of choices be wider than the line it stands in.
    static void limit(FlowPane line) {
        line.widthProperty()
                .addListener((observed, before, width) -> line.getChildren().stream()
                        .filter(ComboBox.class::isInstance)
                        .map(ComboBox.class::cast)
                        .forEach(box -> box.setMaxWidth(
                                width.doubleValue() - line.getInsets().getLeft())));
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
        box.addEventFilter(KeyEvent.KEY_PRESSED, pressed -> openByArrow(box, pressed));
    }

    /// An arrow opens the list, instead of settling on every item on the way.
    private static void openByArrow(ComboBox<?> box, KeyEvent pressed) {
        boolean arrow = pressed.getCode() == KeyCode.DOWN || pressed.getCode() == KeyCode.UP;
        boolean alone = !pressed.isAltDown() && !pressed.isShortcutDown();
        if (arrow && alone && !box.isShowing()) {
            box.show();
            pressed.consume();
        }
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

    /// Adds something to a row.
    static Button adder(Name name, String text) {
        Button add = new Button(text);
        add.getStyleClass().addAll("flat", "small");
        add.setId(name.id());
        add.setAccessibleText(name.spoken());
        add.setMinWidth(Region.USE_PREF_SIZE);
        return add;
    }

    /// Takes something out of a row.
    static Button remover(Name name) {
        Button remove = new Button("", new FontIcon("mdoal-close"));
        remove.getStyleClass().addAll("flat", "small", "button-icon");
        remove.setId(name.id());
        remove.setAccessibleText(name.spoken());
        remove.setTooltip(Tips.of(name.spoken()));
        return remove;
    }

    /// Whatever else can be done.
    static MenuButton menu(Name name, List<MenuItem> items) {
        MenuButton menu = new MenuButton("", new FontIcon("mdomz-more_vert"));
        menu.getStyleClass().addAll("flat", "small", "button-icon", "no-arrow", "condition-menu");
        menu.setId(name.id());
        menu.setAccessibleText(name.spoken());
        menu.getItems().setAll(items);
        return menu;
    }

    /// Shows that what a field says cannot be taken, and why; nothing when it can.
    static void mark(TextField field, String why) {
        field.pseudoClassStateChanged(WRONG, !why.isEmpty());
        field.setAccessibleHelp(why);
        field.setTooltip(why.isEmpty() ? null : Tips.of(why));
    }

    /// Controls that are never torn over two lines.
    static HBox together(List<? extends Node> nodes) {
        HBox together = new HBox();
        together.getStyleClass().add("condition-pair");
        together.getChildren().setAll(nodes);
        return together;
    }
}
