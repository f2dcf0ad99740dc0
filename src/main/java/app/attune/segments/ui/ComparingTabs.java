package app.attune.segments.ui;

import app.attune.segments.SegmentDraft;
import app.attune.ui.Kit;
import app.attune.ui.Texts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

/// The tabs of the editor that set a segment beside others and beside everybody else, and the one that shows its
/// condition as text. Each works only while it is the one that is looked at.
final class ComparingTabs {
    private final Texts texts = Texts.of("segments");
    private final TabPane tabs;
    private final SegmentEditorViewModel model;
    private final Map<Tab, Consumer<SegmentDraft>> shows = new HashMap<>();

    ComparingTabs(TabPane tabs, SegmentEditorViewModel model, SegmentsContext context, Kit kit) {
        this.tabs = tabs;
        this.model = model;
        DropOffView dropOff = new DropOffView(new DropOffViewModel(context, kit.tasks()));
        add("dropoff", dropOff.root(), dropOff::show);
        OverlapView overlap = new OverlapView(new OverlapViewModel(context, kit.tasks()), kit.navigator());
        add("overlap", overlap.root(), overlap::show);
        ProfileView profile = new ProfileView(new ProfileViewModel(context, kit.tasks()));
        add("profile", profile.root(), profile::show);
        FiguresView figures = new FiguresView(new FiguresViewModel(context, kit.tasks()));
        add("figures", figures.root(), figures::show);
        AboutView about = new AboutView(model, new AboutViewModel(context, kit.tasks()));
        add("about", about.root(), about::show);
        ConditionTextView text = new ConditionTextView(new ConditionTextViewModel(model, kit.tasks()));
        add("text", text.root(), text::show);
        tabs.getSelectionModel().selectedItemProperty().addListener(observed -> {
            text.away();
            refresh();
        });
    }

    /// Before the two last, which are about how the segment is made.
    private void add(String name, Node content, Consumer<SegmentDraft> show) {
        Tab tab = new Tab(texts.get("tab." + name), content);
        tab.setId(name + "Tab");
        shows.put(tab, show);
        tabs.getTabs().add(tabs.getTabs().size() - 2, tab);
    }

    /// Brings the tab that is looked at up to date.
    void refresh() {
        Optional.ofNullable(shows.get(tabs.getSelectionModel().getSelectedItem()))
                .ifPresent(show -> model.draft().ifPresent(show));
    }
}
