package app.attune.workbench;

import app.attune.ui.FxTasks;
import app.attune.ui.Numbers;
import app.attune.ui.TaskRow;
import app.attune.ui.Texts;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The jobs that run and those that ended: title, step, bar, time left, Cancel.
final class TaskPane extends VBox {
    private final Texts texts;
    private final FxTasks tasks;
    private final VBox list = new VBox();

    TaskPane(Texts texts, FxTasks tasks) {
        this.texts = texts;
        this.tasks = tasks;
        setId("task-pane");
        getStyleClass().add("task-pane");
        Label head = new Label(texts.get("tasks.title"));
        head.getStyleClass().add("section-title");
        list.getStyleClass().add("task-list");
        getChildren().addAll(head(head), list);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        ListChangeListener<TaskRow> rebuild = change -> rebuild();
        tasks.rows().addListener(rebuild);
        tasks.finished().addListener(rebuild);
        setVisible(false);
        rebuild();
    }

    private Node head(Label title) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button close = new Button("", new FontIcon("mdoal-close"));
        close.setId("tasks-close");
        close.getStyleClass().addAll("flat", "small", "button-icon");
        close.setAccessibleText(texts.get("tasks.close"));
        close.setTooltip(new Tooltip(texts.get("tasks.close")));
        close.setOnAction(event -> setVisible(false));
        HBox head = new HBox(title, gap, close);
        head.getStyleClass().add("toolbar");
        return head;
    }

    private void rebuild() {
        list.getChildren().clear();
        tasks.rows().forEach(row -> list.getChildren().add(running(row)));
        tasks.finished().stream().limit(4).forEach(row -> list.getChildren().add(ended(row)));
        if (list.getChildren().isEmpty()) {
            Label nothing = new Label(texts.get("tasks.none"));
            nothing.getStyleClass().add("muted");
            list.getChildren().add(nothing);
        }
    }

    private Node running(TaskRow row) {
        Label title = new Label(row.title());
        title.getStyleClass().add("strong");
        title.setWrapText(true);
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(row.fractionProperty());
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(row.title());
        HBox.setHgrow(bar, Priority.ALWAYS);
        Button cancel = new Button(texts.get("tasks.cancel"));
        cancel.getStyleClass().add("small");
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setAccessibleText(texts.get("tasks.cancel-named", row.title()));
        cancel.setOnAction(event -> row.cancel());
        HBox line = new HBox(bar, cancel);
        line.getStyleClass().add("toolbar");
        Label step = new Label();
        step.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> step(row), row.stageProperty(), row.fractionProperty(), row.remainingProperty()));
        step.getStyleClass().addAll("caption", "may-clip");
        return box(title, line, step);
    }

    private String step(TaskRow row) {
        String percent = row.fractionProperty().get() < 0
                ? ""
                : texts.get(
                        "tasks.percent", Math.round(100 * row.fractionProperty().get()));
        return java.util.stream.Stream.of(
                        row.stageProperty().get(),
                        percent,
                        row.remainingProperty().get())
                .filter(part -> !part.isEmpty())
                .collect(java.util.stream.Collectors.joining(" · "));
    }

    private Node ended(TaskRow row) {
        Label title = new Label(row.title());
        title.setWrapText(true);
        String end = texts.get("tasks.state." + row.stateProperty().get().name().toLowerCase(java.util.Locale.ROOT));
        Label state = new Label(texts.get("tasks.took", end, Numbers.duration(row.took())));
        state.getStyleClass().add("caption");
        return box(title, state);
    }

    private static Node box(Node... parts) {
        VBox box = new VBox(parts);
        box.getStyleClass().add("task-row");
        return box;
    }
}
