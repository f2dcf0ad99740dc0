package app.attune.segments.ui;

import app.attune.core.UserId;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.ui.VersionsViewModel.Found;
import app.attune.ui.Destination;
import app.attune.ui.DisabledHint;
import app.attune.ui.InWords;
import app.attune.ui.MessageBar;
import app.attune.ui.Navigator;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;

/// The versions of a segment, what each changed, and whom that brought in and left out.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class VersionsView {
    @FXML
    private ListView<SegmentDefinition> versions;

    @FXML
    private Button restore;

    @FXML
    private ComboBox<SegmentDefinition> since;

    @FXML
    private MessageBar versionMessages;

    @FXML
    private VBox diffFound;

    @FXML
    private VBox changes;

    @FXML
    private Label diffUsers;

    @FXML
    private ToggleButton gained;

    @FXML
    private ToggleButton lost;

    @FXML
    private ListView<UserId> movers;

    private final Texts texts = Texts.of("segments");
    private final SegmentEditorViewModel editing;
    private final VersionsViewModel model;
    private final Navigator navigator;
    private final Parent root;
    private final ObservableValue<Boolean> lookedAt;

    VersionsView(SegmentEditorViewModel editing, VersionsViewModel model, Navigator navigator) {
        this.editing = editing;
        this.model = model;
        this.navigator = navigator;
        this.root = Views.load(this);
        this.lookedAt = root.parentProperty().flatMap(Node::visibleProperty).orElse(false);
        bindVersions();
        bindUsers();
        model.foundProperty().addListener((observed, before, now) -> show(now));
        model.problems().addListener((ListChangeListener<Object>) change -> versionMessages.show(model.problems()));
        show(Optional.empty());
    }

    private void bindVersions() {
        versions.setItems(editing.versions());
        versions.setCellFactory(list -> new VersionCell(texts, model.changesProperty()));
        since.setItems(editing.versions());
        since.setConverter(InWords.of(one -> texts.get("versions.number", Integer.toString(one.version()))));
        versions.getSelectionModel().selectedItemProperty().addListener(observed -> selected());
        since.valueProperty().addListener(observed -> compare());
        editing.versions().addListener((ListChangeListener<Object>) change -> ifLookedAt());
        lookedAt.addListener(observed -> ifLookedAt());
        model.changesProperty().addListener(observed -> versions.refresh());
        restore.setOnAction(event -> chosen().ifPresent(editing::restore));
        DisabledHint.explain(
                restore, versions.getSelectionModel().selectedIndexProperty().map(this::whyNotRestore));
    }

    /// Does nothing for versions nobody sees; they are described once they are seen.
    private void ifLookedAt() {
        if (lookedAt.getValue()) {
            model.describe(editing.versions());
            compare();
        }
    }

    private String whyNotRestore(Number chosen) {
        return switch (chosen.intValue()) {
            case -1 -> texts.get("versions.select");
            case 0 -> texts.get("versions.current");
            default -> "";
        };
    }

    private Optional<SegmentDefinition> chosen() {
        return Optional.ofNullable(versions.getSelectionModel().getSelectedItem());
    }

    /// A version is compared with the one before it, unless another is chosen then.
    private void selected() {
        int next = versions.getSelectionModel().getSelectedIndex() + 1;
        since.getSelectionModel().select(Math.min(next, editing.versions().size() - 1));
        compare();
    }

    private void compare() {
        Optional<SegmentDefinition> after = chosen();
        SegmentDefinition before = since.getValue();
        if (after.isEmpty() || before == null || before.equals(after.get())) {
            model.nothing();
        } else {
            model.compare(before, after.get());
        }
    }

    private void bindUsers() {
        ToggleGroup which = new ToggleGroup();
        gained.setToggleGroup(which);
        lost.setToggleGroup(which);
        which.selectToggle(gained);
        which.selectedToggleProperty().addListener(observed -> showUsers());
        movers.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                openUser();
            }
        });
        movers.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openUser();
            }
        });
    }

    private void openUser() {
        Optional.ofNullable(movers.getSelectionModel().getSelectedItem())
                .ifPresent(user -> navigator.open(Destination.of(Destination.PREVIEW, user.value())));
    }

    private void show(Optional<Found> found) {
        diffFound.setVisible(found.isPresent());
        diffFound.setManaged(found.isPresent());
        found.ifPresent(now -> {
            List<String> lines = now.diff().changes();
            changes.getChildren()
                    .setAll((lines.isEmpty() ? List.of(texts.get("versions.same")) : lines)
                            .stream().map(VersionsView::line).toList());
            diffUsers.setText(now.sentence());
            gained.setText(
                    texts.get("versions.gained", Numbers.count(now.gained().size())));
            lost.setText(texts.get("versions.lost", Numbers.count(now.lost().size())));
        });
        showUsers();
    }

    private static Node line(String words) {
        Label line = new Label(words);
        line.setWrapText(true);
        line.setMinHeight(Label.USE_PREF_SIZE);
        return line;
    }

    private void showUsers() {
        List<UserId> users = model.foundProperty()
                .get()
                .map(found -> lost.isSelected() ? found.lost() : found.gained())
                .orElse(List.of());
        movers.getItems().setAll(users);
        movers.setVisible(!users.isEmpty());
        movers.setManaged(!users.isEmpty());
    }

    Parent root() {
        return root;
    }
}
