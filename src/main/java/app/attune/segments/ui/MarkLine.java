package app.attune.segments.ui;

import app.attune.segments.Mark;
import app.attune.segments.Marks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// The marks of a part in words, and its comment, which is written in the same place.
final class MarkLine extends HBox {
    /// The most lines of a comment that are seen at once while it is written.
    private static final int ROWS = 4;

    private static final Set<KeyCode> ENDS = Set.of(KeyCode.ENTER, KeyCode.ESCAPE);

    private final Part part;
    private final boolean locked;

    MarkLine(Part part, boolean locked) {
        this.part = part;
        this.locked = locked;
        setId(part.id("marks"));
        getStyleClass().add("condition-marks");
        read();
    }

    /// As in "Muted".
    static String word(Part part, Mark mark) {
        return part.texts().get("mark." + mark.name().toLowerCase(Locale.ROOT));
    }

    private void read() {
        List<Node> nodes = pills();
        String comment = Marks.comment(part.marked());
        if (!comment.isEmpty()) {
            nodes.add(words(comment));
        }
        show(nodes);
    }

    /// Lets the comment be written; nothing where it is locked.
    void edit() {
        if (!locked) {
            List<Node> nodes = pills();
            TextInputControl field = field();
            nodes.add(field);
            show(nodes);
            field.requestFocus();
            field.end();
        }
    }

    private void show(List<Node> nodes) {
        getChildren().setAll(nodes);
        setManaged(!nodes.isEmpty());
        setVisible(!nodes.isEmpty());
    }

    private List<Node> pills() {
        List<Node> pills = new ArrayList<>();
        Marks.of(part.marked()).stream().sorted().forEach(mark -> {
            Label pill =
                    new Label(word(part, mark), new FontIcon(mark == Mark.MUTED ? "mdomz-volume_off" : "mdoal-lock"));
            pill.setId(part.id(mark.name().toLowerCase(Locale.ROOT)));
            pill.getStyleClass().add("pill");
            pill.setMinWidth(Region.USE_PREF_SIZE);
            pills.add(pill);
        });
        return pills;
    }

    private Node words(String comment) {
        FontIcon icon = new FontIcon("mdomz-mode_comment");
        Labeled words = locked ? new Label(comment, icon) : button(comment, icon);
        words.setId(part.id("comment"));
        words.getStyleClass().add("condition-comment");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        return words;
    }

    private Button button(String comment, FontIcon icon) {
        Button button = new Button(comment, icon);
        button.setMnemonicParsing(false);
        button.getStyleClass().addAll("flat", "small");
        button.setAccessibleText(part.texts().get("mark.edit", comment));
        button.setOnAction(event -> edit());
        return button;
    }

    private TextInputControl field() {
        TextInputControl field = empty(Marks.comment(part.marked()));
        field.setId(part.id("comment-text"));
        field.setPromptText(part.texts().get("mark.prompt"));
        field.setAccessibleText(part.spoken("part.comment"));
        HBox.setHgrow(field, Priority.ALWAYS);
        field.textProperty()
                .addListener((observed, before, now) ->
                        part.pane().quietly(() -> part.model().commands().comment(part.path(), now)));
        field.focusedProperty().addListener((observed, before, now) -> {
            if (!now && getChildren().contains(field)) {
                read();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (ENDS.contains(event.getCode())) {
                event.consume();
                part.pane().focusMenu(part.path());
            }
        });
        return field;
    }

    /// A comment may have been read from a text and have lines, which a field would join.
    private static TextInputControl empty(String comment) {
        if (comment.chars().noneMatch(Character::isISOControl)) {
            return new TextField(comment);
        }
        String text = comment.replaceAll("\\R", "\n");
        TextArea area = new TextArea(text);
        area.setWrapText(true);
        area.setPrefRowCount((int) Math.min(ROWS, text.lines().count()));
        return area;
    }
}
