package app.attune.workbench;

import app.attune.ui.Destination;
import app.attune.ui.Dialogs;
import app.attune.ui.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/// Files dropped anywhere: a workspace is opened, anything else goes to the import, into a new workspace
/// if none is open.
final class FileDrop {
    private static final String WORKSPACE_FILE = ".attune";

    private final Session session;
    private final Desk desk;
    private final Node hint;
    private final Dialogs dialogs;

    /// @param hint lies over the window while files are above it
    FileDrop(Session session, Desk desk, Node hint, Dialogs dialogs) {
        this.session = session;
        this.desk = desk;
        this.hint = hint;
        this.dialogs = dialogs;
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
            offerWorkspace(files);
        } else {
            toImport(files);
        }
    }

    private void toImport(List<Path> files) {
        desk.open(Destination.of(Destination.IMPORT));
        desk.screen(Destination.IMPORT).ifPresent(screen -> screen.dropped(files));
    }

    /// Without a workspace there is nowhere to import to: makes one, named after the file, where the analyst says.
    private void offerWorkspace(List<Path> files) {
        Texts texts = Texts.of("workbench");
        String file = String.valueOf(files.getFirst().getFileName());
        Dialogs.Question question = new Dialogs.Question(
                texts.get("drop.workspace.title"),
                texts.get("drop.workspace.question", file),
                texts.get("drop.workspace.verb"));
        if (dialogs.confirm(question)) {
            Dialogs.FileKind folder = new Dialogs.FileKind(texts.get("drop.workspace.kind"), List.of("*"));
            dialogs.saveFile(texts.get("drop.workspace.where"), folder, workspaceName(file))
                    .ifPresent(place -> session.create(place, () -> toImport(files)));
        }
    }

    /// What stands before the first point of a file's name.
    private static String workspaceName(String file) {
        int point = file.indexOf('.');
        return point > 0 ? file.substring(0, point) : file;
    }
}
