package app.attune.workbench;

import app.attune.core.Problem;
import app.attune.core.TaskSlot;
import app.attune.core.chart.ChartSpec;
import app.attune.ui.Numbers;
import app.attune.ui.Tasks;
import app.attune.ui.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What Home shows: the way in, or what the open workspace has to tell.
final class HomeViewModel {
    /// The three faces of Home.
    enum Face {
        WELCOME,
        NO_DATA,
        FINDINGS
    }

    /// Whether a workspace of the recent list is still where it was.
    enum Presence {
        THERE,
        MISSING
    }

    /// A line of the recent list.
    record Recent(Path folder, Presence presence) {}

    private final Session session;
    private final Tasks tasks;
    private final Texts texts = Texts.of("workbench");
    private final TaskSlot drawing = new TaskSlot();
    private final TaskSlot looking = new TaskSlot();
    private final ReadOnlyObjectWrapper<Face> face = new ReadOnlyObjectWrapper<>(Face.WELCOME);
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final BooleanProperty loading = new SimpleBooleanProperty();
    private final ObservableList<ChartSpec> charts = FXCollections.observableArrayList();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ObservableList<Recent> recent = FXCollections.observableArrayList();

    HomeViewModel(Session session, Tasks tasks) {
        this.session = session;
        this.tasks = tasks;
        session.workspaceProperty().addListener((observed, before, now) -> {
            charts.clear();
            follow();
        });
        session.standingProperty().addListener((observed, before, now) -> follow());
    }

    ReadOnlyObjectProperty<Face> faceProperty() {
        return face.getReadOnlyProperty();
    }

    ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    BooleanProperty loadingProperty() {
        return loading;
    }

    ObservableList<ChartSpec> charts() {
        return charts;
    }

    ObservableList<Problem> problems() {
        return problems;
    }

    ObservableList<Recent> recent() {
        return recent;
    }

    /// Draws the findings anew and looks which recent workspaces are still there.
    void refresh() {
        lookForRecent();
        follow();
    }

    private void follow() {
        drawing.cancel();
        loading.set(false);
        if (session.workspaceProperty().get().isEmpty()) {
            face.set(Face.WELCOME);
            problems.clear();
            return;
        }
        OpenWorkspace open = session.workspaceProperty().get().orElseThrow();
        name.set(open.name());
        session.standingProperty().get().ifPresentOrElse(standing -> tell(open, standing), () -> {
            summary.set("");
            face.set(Face.FINDINGS);
            loading.set(true);
        });
    }

    private void tell(OpenWorkspace open, OpenWorkspace.Standing standing) {
        if (standing.isEmpty()) {
            summary.set("");
            face.set(Face.NO_DATA);
            return;
        }
        summary.set(texts.get(
                "home.summary",
                Numbers.shortCount(standing.events()),
                Numbers.shortCount(standing.users()),
                standing.to().map(Numbers::date).orElse(Numbers.NONE)));
        face.set(Face.FINDINGS);
        loading.set(true);
        problems.clear();
        draw(open.homeCharts(), 0, 0);
    }

    /// One after the other, each shown as soon as it is there.
    ///
    /// @param place of the chart to make now
    /// @param shown how many were made so far
    private void draw(HomeCharts source, int place, int shown) {
        if (place == source.count()) {
            loading.set(false);
            charts.remove(shown, charts.size());
            return;
        }
        tasks.run(
                drawing,
                texts.get("task.findings"),
                progress -> source.chart(place, progress),
                made -> {
                    made.ifPresent(spec -> put(shown, spec));
                    draw(source, place + 1, made.isPresent() ? shown + 1 : shown);
                },
                this::failed);
    }

    private void put(int place, ChartSpec spec) {
        if (place < charts.size()) {
            charts.set(place, spec);
        } else {
            charts.add(spec);
        }
    }

    private void failed(Problem problem) {
        loading.set(false);
        problems.setAll(List.of(problem));
    }

    private void lookForRecent() {
        List<Path> folders = session.settingsProperty().get().recent();
        tasks.run(
                looking,
                texts.get("task.recent"),
                progress -> folders.stream().map(HomeViewModel::look).toList(),
                recent::setAll,
                problem -> recent.clear());
    }

    private static Recent look(Path folder) {
        return new Recent(folder, Files.isDirectory(folder) ? Presence.THERE : Presence.MISSING);
    }
}
