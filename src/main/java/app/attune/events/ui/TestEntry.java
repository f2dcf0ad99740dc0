package app.attune.events.ui;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A test that was made: what it says, what came of it, and a button that takes it back.
final class TestEntry extends HBox {
    private static final int GAP = 12;

    private final String id;

    /// @param id of the words; the note's and the button's begin so
    TestEntry(String id, String words, String note) {
        super(GAP);
        this.id = id;
        setAlignment(Pos.CENTER_LEFT);
        Label text = OptionLabels.styled(words, "body-compact");
        text.setId(id);
        VBox both = new VBox(text);
        if (!note.isEmpty()) {
            Label under = OptionLabels.caption(note);
            under.setId(id + "-note");
            both.getChildren().add(under);
        }
        HBox.setHgrow(both, Priority.ALWAYS);
        getChildren().add(both);
    }

    /// @param name for a screen reader
    TestEntry removedBy(String words, String name, Runnable remove) {
        return with("remove", words, name, remove);
    }

    /// Another button.
    ///
    /// @param what its id ends so
    /// @param name for a screen reader
    TestEntry with(String what, String words, String name, Runnable remove) {
        Button button = new Button(words);
        button.setId(id + "-" + what);
        button.setAccessibleText(name);
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> remove.run());
        getChildren().add(button);
        return this;
    }
}
