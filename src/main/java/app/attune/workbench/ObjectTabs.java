package app.attune.workbench;

import app.attune.ui.Destination;
import app.attune.ui.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The objects visited: segments, rule sets, models, users. Takes no room while there are none.
final class ObjectTabs extends HBox {
    private static final int MOST = 8;

    private final Texts texts;
    private final Consumer<Destination> opener;
    private final Map<Destination, Node> tabs = new LinkedHashMap<>();

    ObjectTabs(Texts texts, Consumer<Destination> opener) {
        this.texts = texts;
        this.opener = opener;
        getStyleClass().add("object-tabs");
        setId("object-tabs");
        refresh();
    }

    /// Marks `destination` as the one in front, with a tab of its own if it names an object.
    void visit(Destination destination, String title) {
        if (destination.object().isPresent()) {
            if (tabs.size() == MOST && !tabs.containsKey(destination)) {
                tabs.remove(tabs.keySet().iterator().next());
            }
            tabs.put(destination, tab(destination, title));
        }
        tabs.forEach((visited, tab) ->
                ((ToggleButton) ((HBox) tab).getChildren().getFirst()).setSelected(visited.equals(destination)));
        refresh();
    }

    void clear() {
        tabs.clear();
        refresh();
    }

    private void close(Destination destination) {
        tabs.remove(destination);
        refresh();
    }

    private void refresh() {
        getChildren().setAll(tabs.values());
        setVisible(!tabs.isEmpty());
        setManaged(!tabs.isEmpty());
    }

    private Node tab(Destination destination, String title) {
        ToggleButton open = new ToggleButton(title);
        open.getStyleClass().addAll("flat", "object-tab");
        open.setOnAction(event -> opener.accept(destination));
        Button close = new Button("", new FontIcon("mdoal-close"));
        close.getStyleClass().addAll("flat", "small", "button-icon");
        close.setAccessibleText(texts.get("tab.close", title));
        close.setTooltip(new Tooltip(texts.get("tab.close", title)));
        close.setOnAction(event -> close(destination));
        HBox tab = new HBox(open, close);
        tab.getStyleClass().add("object-tab-box");
        return tab;
    }
}
