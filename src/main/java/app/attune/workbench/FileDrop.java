package app.attune.workbench;

import app.attune.core.Problem;
import app.attune.ui.Destination;
import app.attune.ui.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/// Files dropped anywhere: a workspace is opened, anything else goes to the import.
final class FileDrop {
    private static final String WORKSPACE_FILE = ".attune";

    private final Session session;
    private final Desk desk;
    private final Node hint;
    private final Consumer<Problem> problems;

    /// @param hint lies over the window while files are above it
    FileDrop(Session session, Desk desk, Node hint, Consumer<Problem> problems) {
        this.session = session;
        this.desk = desk;
        this.hint = hint;
        this.problems = problems;
    }

    void attach(Scene scene) {
        hint.setVisible(false);
        scene.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                hint.setVisible(true);
                event.consume();
            }
        });
        scene.addEventHandler(DragEvent.DRAG_EXITED, event -> hint.setVisible(false));
        scene.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            hint.setVisible(false);
            if (event.getDragboard().hasFiles()) {
                dropped(event.getDragboard().getFiles().stream()
                        .map(File::toPath)
                        .toList());
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    void dropped(List<Path> files) {
        Path first = files.getFirst();
        Path folder = first.toAbsolutePath().getParent();
        if (folder != null && String.valueOf(first.getFileName()).endsWith(WORKSPACE_FILE)) {
            session.openFolder(folder);
        } else if (session.workspaceProperty().get().isEmpty()) {
            Texts texts = Texts.of("workbench");
            problems.accept(new Problem(
                    "workbench.no-workspace", texts.get("drop.no-workspace"), texts.get("drop.no-workspace.remedy")));
        } else {
            desk.open(Destination.of(Destination.IMPORT));
            desk.screen(Destination.IMPORT).ifPresent(screen -> screen.dropped(files));
        }
    }
}
