package app.attune.workbench;

import app.attune.ui.FxTasks;
import app.attune.ui.Numbers;
import app.attune.ui.TaskRow;
import app.attune.ui.Texts;
import app.attune.ui.Tips;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import org.kordamp.ikonli.javafx.FontIcon;

/// Left the workspace, in the middle its data, right the time that is looked at, consent and running jobs.
final class StatusBar extends HBox {
    private final Texts texts;
    private final Label workspace = new Label();
    private final Label data = new Label();
    private final Button asOf = new Button();
    private final Button consent = new Button();
    private final Button tasks = new Button();
    private final ProgressBar bar = new ProgressBar();
    private final ObservableValue<Boolean> unsaved;
    private Optional<Moment> moment = Optional.empty();
    private String open = "";
    private double letters = Double.MAX_VALUE;

    /// What a click on the bar does.
    record Clicks(Runnable tasks, Runnable consent, Runnable asOf) {}

    StatusBar(Texts texts, FxTasks jobs, ObservableValue<Boolean> unsaved, Clicks clicks) {
        this.texts = texts;
        this.unsaved = unsaved;
        unsaved.addListener((observed, before, now) -> fit());
        setId("status-bar");
        getStyleClass().add("status-bar");
        workspace.setId("status-workspace");
        workspace.getStyleClass().add("may-clip");
        data.setMinWidth(USE_PREF_SIZE);
        data.setId("status-data");
        prepare(asOf, "status-as-of", clicks.asOf());
        prepare(consent, "status-consent", clicks.consent());
        prepare(tasks, "status-tasks", clicks.tasks());
        consent.setTooltip(Tips.of(texts.get("status.consent.tip")));
        bar.setAccessibleText(texts.get("tasks.title"));
        bar.setFocusTraversable(false);
        bar.setPrefWidth(80);
        consent.setGraphic(new FontIcon("mdomz-privacy_tip"));
        getChildren().addAll(workspace, gap(), data, gap(), asOf, consent, bar, tasks);
        jobs.rows().addListener((ListChangeListener<TaskRow>) change -> follow(jobs));
        follow(jobs);
        closed();
    }

    /// How large a letter is: of a label whose place never changes.
    ObservableValue<Font> fontProperty() {
        return workspace.fontProperty();
    }

    private static void prepare(Button button, String id, Runnable work) {
        button.setId(id);
        button.getStyleClass().addAll("flat", "small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> work.run());
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private void follow(FxTasks jobs) {
        int running = jobs.rows().size();
        tasks.setText(running == 0 ? texts.get("status.no-tasks") : texts.get("status.tasks", running));
        bar.setVisible(running > 0);
        bar.setManaged(running > 0);
        bar.progressProperty().unbind();
        if (running > 0) {
            bar.progressProperty().bind(jobs.rows().getFirst().fractionProperty());
        }
        fit();
    }

    void closed() {
        open = "";
        workspace.setText(texts.get("status.no-workspace"));
        data.setText("");
        show(consent, false);
        look(Optional.empty());
    }

    void opened(String name) {
        open = name;
        fit();
    }

    /// Says less where there is little room: first the time of the latest data goes, then whether all is saved, then
    /// the data, last any other time of day.
    ///
    /// @param wide how many letters the window is wide
    void fit(double wide) {
        letters = wide;
        fit();
    }

    private void fit() {
        show(data, true);
        moment.ifPresent(now -> asOf.setText(words(now)));
        if (!open.isEmpty()) {
            workspace.setText(texts.get(unsaved.getValue() ? "status.unsaved" : "status.workspace", open));
            shorten(moment.filter(Moment::isLatest));
            workspace.setText(fits() ? workspace.getText() : open);
        }
        show(data, fits());
        shorten(moment);
    }

    private void shorten(Optional<Moment> now) {
        now.filter(any -> !fits()).ifPresent(at -> asOf.setText(texts.get("status.as-of", at.day())));
    }

    /// Says which time is looked at, plainly where it is not that of the latest data; nothing where there is none.
    private void look(Optional<Moment> seen) {
        Optional<Moment> at = seen.filter(Moment::isOfData);
        moment = at;
        show(asOf, at.isPresent());
        boolean other = at.isPresent() && !at.get().isLatest();
        getStyleClass().remove("other-time");
        asOf.setGraphic(new FontIcon(other ? "mdoal-history" : "mdomz-schedule"));
        if (other) {
            getStyleClass().add("other-time");
        }
        asOf.setAccessibleText(at.map(this::words).orElse(""));
        at.ifPresent(now -> asOf.setTooltip(Tips.of(
                texts.get(now.isLatest() ? "status.as-of.tip" : "status.as-of.other", Moment.words(now.latest())))));
    }

    private String words(Moment at) {
        String words = texts.get("status.as-of", Moment.words(at.asOf()));
        return at.isLatest() ? words : texts.get(at.isPast() ? "status.as-of.past" : "status.as-of.later", words);
    }

    private boolean fits() {
        double wanted = getInsets().getLeft() + getInsets().getRight() - getSpacing();
        for (Node child : getManagedChildren()) {
            wanted += child.prefWidth(-1) + getSpacing();
        }
        return wanted <= letters * workspace.getFont().getSize();
    }

    private static void show(Node node, boolean now) {
        node.setVisible(now);
        node.setManaged(now);
    }

    void standing(OpenWorkspace.Standing standing) {
        data.setText(
                standing.isEmpty()
                        ? texts.get("status.no-data", standing.users())
                        : texts.get(
                                "status.data",
                                Numbers.shortCount(standing.events()),
                                Numbers.shortCount(standing.users()),
                                standing.to().map(Numbers::date).orElse(Numbers.NONE)));
        look(Optional.of(standing.moment()));
        consent.setText(standing.consent());
        show(consent, !standing.consent().isEmpty());
        fit();
    }
}
