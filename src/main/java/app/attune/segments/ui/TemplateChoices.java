package app.attune.segments.ui;

import app.attune.segments.SegmentTemplate;
import app.attune.ui.Tips;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;

/// The templates as a menu, and as buttons where there is no segment yet.
record TemplateChoices(MenuButton menu, FlowPane buttons, Consumer<SegmentTemplate> make) {
    /// @param missing why some are not offered; possibly empty
    void show(List<SegmentTemplate> templates, String missing) {
        menu.setTooltip(missing.isEmpty() ? null : Tips.of(missing));
        menu.getItems().setAll(templates.stream().map(this::item).toList());
        buttons.getChildren().setAll(templates.stream().map(this::button).toList());
    }

    private MenuItem item(SegmentTemplate template) {
        MenuItem item = new MenuItem(template.name() + " \u2013 " + template.description());
        item.setOnAction(event -> make.accept(template));
        return item;
    }

    private Node button(SegmentTemplate template) {
        Button button = new Button(template.name());
        button.setId("template-" + template.id());
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setTooltip(Tips.of(template.description()));
        button.setAccessibleHelp(template.description());
        button.setOnAction(event -> make.accept(template));
        return button;
    }
}
