package app.attune.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.Parent;

/// Loads the FXML of a view by its class: `app.attune.segments.ui.SegmentEditorView` has
/// `/fxml/segments/SegmentEditorView.fxml` and the texts of `i18n/segments.properties`.
public final class Views {
    private Views() {}

    /// @param controller the instance whose `@FXML` members are filled; the file names no controller itself
    public static Parent load(Object controller) {
        Class<?> type = controller.getClass();
        String feature = feature(type.getPackageName());
        String path = "/fxml/" + feature + "/" + type.getSimpleName() + ".fxml";
        URL file = type.getResource(path);
        if (file == null) {
            throw new IllegalStateException("No " + path + " for " + type.getName());
        }
        FXMLLoader loader = new FXMLLoader(file, Texts.of(feature).bundle());
        loader.setController(controller);
        loader.setClassLoader(type.getClassLoader());
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("Unreadable " + path, e);
        }
    }

    private static String feature(String packageName) {
        String inside = packageName.replaceFirst("^app\\.attune\\.", "");
        String withoutUi = inside.endsWith(".ui") ? inside.substring(0, inside.length() - 3) : inside;
        return withoutUi.substring(withoutUi.lastIndexOf('.') + 1);
    }

    /// Shows a node, and gives it room, only while the condition holds.
    public static void showWhile(Node node, ObservableValue<? extends Boolean> condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(node.visibleProperty());
    }
}
