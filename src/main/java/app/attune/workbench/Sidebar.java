package app.attune.workbench;

import app.attune.ui.Destination;
import app.attune.ui.DisabledHint;
import app.attune.ui.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The rooms in the order of the job, icon and name; collapses to icons.
final class Sidebar extends VBox {
    /// Whether names stand beside the icons.
    enum Width {
        WIDE,
        NARROW;

        Width other() {
            return this == WIDE ? NARROW : WIDE;
        }
    }

    /// Whether the names may be generous with the width.
    enum Room {
        PLENTY,
        SCARCE
    }

    /// One of the entries, named `room.ID` in the texts.
    record Entry(String id, String icon) {
        boolean needsWorkspace() {
            return !id.equals(Destination.HOME) && !isSettings();
        }

        boolean isSettings() {
            return id.equals(Destination.SETTINGS);
        }
    }

    private final Texts texts;
    private final ToggleGroup group = new ToggleGroup();
    private final List<ToggleButton> entries = new ArrayList<>();
    private final Map<ToggleButton, StringProperty> reasons = new HashMap<>();
    private @Nullable Width shown;
    private final Button collapse = new Button();
    private final FontIcon collapseIcon = new FontIcon("mdoal-chevron_left");

    Sidebar(Texts texts) {
        this.texts = texts;
        getStyleClass().add("sidebar");
        setId("sidebar");
    }

    /// One entry for each room, settings at the bottom.
    void show(List<Entry> rooms, Consumer<Entry> opener, Runnable collapser) {
        int number = 1;
        for (Entry room : rooms) {
            if (room.isSettings()) {
                Region gap = new Region();
                VBox.setVgrow(gap, Priority.ALWAYS);
                getChildren().add(gap);
            }
            ToggleButton entry = entry(room, opener);
            entry.setTooltip(
                    new Tooltip(texts.get("sidebar.hint", entry.getText(), room.isSettings() ? "," : "" + number)));
            number++;
            entries.add(entry);
            getChildren().add(entry);
        }
        collapse.setId("sidebar-collapse");
        collapse.setGraphic(collapseIcon);
        collapse.setMaxWidth(Double.MAX_VALUE);
        collapse.getStyleClass().addAll("flat", "sidebar-entry");
        collapse.setOnAction(event -> collapser.run());
        getChildren().add(collapse);
    }

    /// The same, to be scrolled where the window is too low for it.
    ScrollPane inRoom() {
        ScrollPane room = new ScrollPane(this);
        room.setFitToWidth(true);
        room.setFitToHeight(true);
        room.setFocusTraversable(false);
        room.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        room.setMinWidth(Region.USE_PREF_SIZE);
        room.setMinHeight(0);
        return room;
    }

    private ToggleButton entry(Entry room, Consumer<Entry> opener) {
        ToggleButton entry = new ToggleButton(texts.get("room." + room.id()), new FontIcon(room.icon()));
        entry.setId("room-" + room.id());
        entry.setUserData(room);
        entry.setToggleGroup(group);
        entry.setMaxWidth(Double.MAX_VALUE);
        entry.setAccessibleText(entry.getText());
        entry.getStyleClass().add("sidebar-entry");
        StringProperty reason = new SimpleStringProperty("");
        DisabledHint.explain(entry, reason);
        reasons.put(entry, reason);
        entry.setOnAction(event -> {
            entry.setSelected(true);
            opener.accept(room);
        });
        return entry;
    }

    void select(String room) {
        entries.forEach(
                entry -> entry.setSelected(((Entry) entry.getUserData()).id().equals(room)));
    }

    /// Rooms that need a workspace can be entered only while one is open.
    void lock() {
        entries.forEach(entry -> reach(entry, ((Entry) entry.getUserData()).needsWorkspace()));
    }

    void unlock() {
        entries.forEach(entry -> reach(entry, false));
    }

    private void reach(ToggleButton entry, boolean locked) {
        reasons.getOrDefault(entry, new SimpleStringProperty()).set(locked ? texts.get("reason.no-workspace") : "");
    }

    void setRoom(Room room) {
        getStyleClass().remove("slim");
        if (room == Room.SCARCE) {
            getStyleClass().add("slim");
        }
    }

    void setWidth(Width width) {
        if (width == shown) {
            return;
        }
        shown = width;
        boolean narrow = width == Width.NARROW;
        ContentDisplay display = narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT;
        entries.forEach(entry -> entry.setContentDisplay(display));
        collapse.setContentDisplay(display);
        String words = texts.get(narrow ? "sidebar.expand" : "sidebar.collapse");
        collapse.setText(words);
        collapse.setAccessibleText(words);
        collapse.setTooltip(new Tooltip(words));
        collapseIcon.setIconLiteral(narrow ? "mdoal-chevron_right" : "mdoal-chevron_left");
        getStyleClass().remove("narrow");
        if (narrow) {
            getStyleClass().add("narrow");
        }
    }
}
