package app.attune.workbench;

import app.attune.ui.Destination;
import app.attune.ui.Texts;
import app.attune.ui.Tips;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// The objects visited: segments, rule sets, models, users. Takes no room while there are none.
///
/// Titles keep their width: tabs that find no room scroll, and a menu at the end names them all.
final class ObjectTabs extends HBox {
    private static final int MOST = 8;

    private final Texts texts;
    private final Consumer<Destination> opener;
    private final Map<Destination, Tab> tabs = new LinkedHashMap<>();
    private final HBox strip = new HBox();
    private final ScrollPane scroller = new ScrollPane(strip);
    private final MenuButton all = new MenuButton("", new FontIcon("mdoal-expand_more"));

    /// One tab, and the button in it that opens its object.
    private record Tab(HBox box, ToggleButton open) {}

    ObjectTabs(Texts texts, Consumer<Destination> opener) {
        this.texts = texts;
        this.opener = opener;
        getStyleClass().add("object-tabs");
        setId("object-tabs");
        strip.getStyleClass().add("object-tab-strip");
        makeScroller();
        makeMenu();
        getChildren().setAll(scroller, all);
        refresh();
    }

    private void makeScroller() {
        scroller.getStyleClass().add("object-tab-scroller");
        scroller.setHbarPolicy(ScrollBarPolicy.NEVER);
        scroller.setVbarPolicy(ScrollBarPolicy.NEVER);
        scroller.setFitToHeight(true);
        scroller.setFocusTraversable(false);
        scroller.setMinHeight(Region.USE_PREF_SIZE);
        scroller.setMinWidth(0);
        HBox.setHgrow(scroller, Priority.ALWAYS);
        scroller.viewportBoundsProperty()
                .addListener(observed -> tabs.values().stream()
                        .filter(tab -> tab.open().isSelected())
                        .forEach(tab -> reveal(tab.box())));
        scroller.addEventFilter(ScrollEvent.SCROLL, this::scroll);
    }

    private void makeMenu() {
        all.setId("object-tabs-all");
        all.getStyleClass().addAll("flat", "small", "button-icon", "no-arrow");
        all.setAccessibleText(texts.get("tabs.all"));
        all.setTooltip(new Tooltip(texts.get("tabs.all")));
        all.setMinWidth(Region.USE_PREF_SIZE);
        all.visibleProperty().bind(strip.widthProperty().greaterThan(scroller.widthProperty()));
    }

    /// Marks `destination` as the one in front, with a tab of its own if it names an object.
    void visit(Destination destination, String title) {
        if (destination.object().isPresent()) {
            if (tabs.size() == MOST && !tabs.containsKey(destination)) {
                tabs.remove(tabs.keySet().iterator().next());
            }
            tabs.put(destination, tab(destination, title));
        }
        tabs.forEach((visited, tab) -> tab.open().setSelected(visited.equals(destination)));
        refresh();
        if (tabs.containsKey(destination)) {
            reveal(tabs.get(destination).box());
        }
    }

    /// The tab of `from` becomes that of `to`, which may be the same by another name.
    void move(Destination from, Destination to, String title) {
        Map<Destination, Tab> before = new LinkedHashMap<>(tabs);
        if (before.containsKey(from)) {
            boolean known = before.containsKey(to);
            tabs.clear();
            before.forEach((there, tab) -> tabs.put(there.equals(from) && !known ? to : there, tab));
            visit(to, title);
        }
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
        strip.getChildren().setAll(tabs.values().stream().map(Tab::box).toList());
        all.getItems()
                .setAll(tabs.entrySet().stream()
                        .map(entry ->
                                item(entry.getKey(), entry.getValue().open().getText()))
                        .toList());
        setVisible(!tabs.isEmpty());
        setManaged(!tabs.isEmpty());
    }

    private MenuItem item(Destination destination, String title) {
        MenuItem item = new MenuItem(title);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> opener.accept(destination));
        return item;
    }

    private Tab tab(Destination destination, String title) {
        ToggleButton open = new ToggleButton(title);
        open.setMnemonicParsing(false);
        // Longer titles than its greatest width end in dots; the tooltip says them in full.
        open.getStyleClass().addAll("flat", "object-tab", "may-clip");
        open.setTooltip(Tips.of(title));
        open.setOnAction(event -> opener.accept(destination));
        Button close = new Button("", new FontIcon("mdoal-close"));
        close.getStyleClass().addAll("flat", "small", "button-icon");
        close.setAccessibleText(texts.get("tab.close", title));
        close.setTooltip(Tips.of(texts.get("tab.close", title)));
        close.setOnAction(event -> close(destination));
        HBox tab = new HBox(open, close);
        tab.getStyleClass().add("object-tab-box");
        tab.focusWithinProperty().addListener((observed, before, now) -> {
            if (now) {
                reveal(tab);
            }
        });
        // A new tab has its place only once it is laid out.
        tab.boundsInParentProperty().addListener(observed -> {
            if (open.isSelected()) {
                reveal(tab);
            }
        });
        return new Tab(tab, open);
    }

    /// The wheel turns sideways here.
    private void scroll(ScrollEvent event) {
        double over = strip.getWidth() - scroller.getViewportBounds().getWidth();
        if (over > 0) {
            double by = event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX();
            scroller.setHvalue(Math.clamp(scroller.getHvalue() - by / over, 0, 1));
            event.consume();
        }
    }

    /// Scrolls as far as it takes to see the whole tab.
    private void reveal(Node tab) {
        double width = scroller.getViewportBounds().getWidth();
        double over = strip.getWidth() - width;
        if (over <= 0) {
            return;
        }
        Bounds bounds = tab.getBoundsInParent();
        double from = scroller.getHvalue() * over;
        if (bounds.getMinX() < from) {
            scroller.setHvalue(bounds.getMinX() / over);
        } else if (bounds.getMaxX() > from + width) {
            scroller.setHvalue((bounds.getMaxX() - width) / over);
        }
    }
}
