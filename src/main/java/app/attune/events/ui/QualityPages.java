package app.attune.events.ui;

import app.attune.ui.Action;
import app.attune.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// The pages of the quality tab, of which one is always open.
final class QualityPages {
    private final Texts texts;
    private final FlowPane toggles;
    private final Pane place;
    private final Runnable front;
    private final ToggleGroup group = new ToggleGroup();
    private final List<QualityPage> added = new ArrayList<>();

    /// @param front brings the tab to the front
    QualityPages(Texts texts, FlowPane toggles, Pane place, Runnable front) {
        this.texts = texts;
        this.toggles = toggles;
        this.place = place;
        this.front = front;
        group.selectedToggleProperty().addListener((observed, before, now) -> follow(before, now));
    }

    /// One that is there already.
    void add(ToggleButton toggle, Node page) {
        toggle.setToggleGroup(group);
        page.visibleProperty().bind(toggle.selectedProperty());
        page.managedProperty().bind(toggle.selectedProperty());
        if (group.getSelectedToggle() == null) {
            group.selectToggle(toggle);
        }
    }

    /// One that is built by itself.
    ///
    /// @return its actions, which bring it to the front
    List<Action> add(QualityPage page) {
        ToggleButton toggle = new ToggleButton(texts.get("quality.page." + page.name()));
        toggle.setId(page.name() + "Toggle");
        toggle.getStyleClass().add("small");
        toggle.setMinWidth(Region.USE_PREF_SIZE);
        toggle.setUserData(page);
        toggles.getChildren().add(toggle);
        place.getChildren().add(page.root());
        add(toggle, page.root());
        added.add(page);
        return page.actions().stream().map(action -> inFront(toggle, action)).toList();
    }

    private Action inFront(ToggleButton toggle, Action action) {
        Runnable there = () -> {
            front.run();
            group.selectToggle(toggle);
            action.fire();
        };
        return new Action(action.id(), action.title(), action.key(), there, action.disabledReason());
    }

    /// What is open looks again.
    void look() {
        look(group.getSelectedToggle());
    }

    private void follow(Toggle before, Toggle now) {
        if (now == null) {
            group.selectToggle(before);
        } else {
            look(now);
        }
    }

    private static void look(Toggle toggle) {
        if (toggle != null && toggle.getUserData() instanceof QualityPage page) {
            page.shown();
        }
    }
}
