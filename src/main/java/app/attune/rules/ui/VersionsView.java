package app.attune.rules.ui;

import app.attune.core.Problem;
import app.attune.rules.RuleBranch;
import app.attune.rules.RuleBranches;
import app.attune.rules.RuleSet;
import app.attune.rules.VersionName;
import app.attune.rules.ui.VersionsViewModel.Known;
import app.attune.rules.versions.ReviewWords;
import app.attune.ui.DisabledHint;
import app.attune.ui.Keys;
import app.attune.ui.LoadingVeil;
import app.attune.ui.MessageBar;
import app.attune.ui.Numbers;
import app.attune.ui.SplitOrStack;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.geometry.Insets;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;

/// Every version of the rules with its branch, tags and review; what is done with one is at the right.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class VersionsView {
    @FXML
    private Button backToRules;

    @FXML
    private ComboBox<VersionName> branch;

    @FXML
    private TextField branchName;

    @FXML
    private Button makeBranch;

    @FXML
    private Button renameBranch;

    @FXML
    private ComboBox<VersionName> mergeFrom;

    @FXML
    private Button deleteBranch;

    @FXML
    private Button prepareMerge;

    @FXML
    private MessageBar versionMessages;

    @FXML
    private SplitOrStack versionBody;

    @FXML
    private ListView<RuleSet> versions;

    @FXML
    private LoadingVeil versionVeil;

    private final Texts texts = Texts.of("rules");
    private final VersionsViewModel model;
    private final MergeViewModel merge;
    private final VersionDetailsView details;
    private final MergeView merging;
    private final Parent root;
    private boolean showing;

    /// @param back leads to the rules
    VersionsView(RulesContext context, RulesViewModel rules, Runnable back) {
        this.model = new VersionsViewModel(context, rules);
        this.merge = new MergeViewModel(context, model);
        this.root = Views.load(this);
        this.details = new VersionDetailsView(model);
        this.merging = new MergeView(model, merge);
        versionBody.getPanes().add(details.root());
        backToRules.setOnAction(event -> back.run());
        Keys.on(root, KeyCode.ESCAPE, back);
        prepareList();
        prepareBranches();
        prepareBranchNames();
        model.knownProperty().addListener((observed, before, now) -> now.ifPresent(this::show));
        model.problems().addListener((ListChangeListener<Problem>) change -> versionMessages.show(model.problems()));
        versionVeil
                .loadingProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.knownProperty().get().isEmpty(), model.knownProperty()));
        merge.mergeProperty()
                .addListener((observed, before, now) ->
                        versionBody.getPanes().set(1, now.isPresent() ? merging.root() : details.root()));
    }

    Parent root() {
        return root;
    }

    void shown() {
        merge.leave();
        model.load();
        versions.requestFocus();
    }

    private void prepareList() {
        versions.setCellFactory(list -> new VersionCell());
        Label none = VersionDetailsView.line(texts.get("rules.history.none"));
        versions.setPlaceholder(none);
        versions.getSelectionModel().selectedItemProperty().addListener((observed, before, now) -> {
            if (now != null && !showing) {
                merge.leave();
                details.show(now);
            }
        });
    }

    private void prepareBranches() {
        branch.setOnAction(event -> {
            VersionName wanted = branch.getValue();
            if (wanted != null && !showing) {
                merge.leave();
                model.switchTo(wanted);
            }
        });
        DisabledHint.explain(
                makeBranch,
                Bindings.createStringBinding(
                        () -> branchName.getText().isBlank() ? texts.get("versions.no-name") : "",
                        branchName.textProperty()));
        makeBranch.setOnAction(event -> makeBranch());
        branchName.setOnAction(event -> makeBranch());
        DisabledHint.explain(
                prepareMerge,
                Bindings.createStringBinding(
                        () -> mergeFrom.getValue() == null ? texts.get("versions.no-branch") : "",
                        mergeFrom.valueProperty()));
        prepareMerge.setOnAction(
                event -> Optional.ofNullable(mergeFrom.getValue()).ifPresent(merge::prepare));
    }

    private void prepareBranchNames() {
        DisabledHint.explain(
                renameBranch,
                Bindings.createStringBinding(this::whyNotRename, branchName.textProperty(), branch.valueProperty()));
        renameBranch.setOnAction(event -> renameBranch());
        DisabledHint.explain(deleteBranch, Bindings.createStringBinding(this::whyNotDelete, mergeFrom.valueProperty()));
        deleteBranch.setOnAction(
                event -> Optional.ofNullable(mergeFrom.getValue()).ifPresent(model::deleteBranch));
    }

    private String whyNotRename() {
        if (RuleBranches.MAIN.equals(branch.getValue())) {
            return texts.get("versions.main");
        }
        return branchName.getText().isBlank() ? texts.get("versions.no-name") : "";
    }

    private String whyNotDelete() {
        if (mergeFrom.getValue() == null) {
            return texts.get("versions.no-branch");
        }
        return RuleBranches.MAIN.equals(mergeFrom.getValue()) ? texts.get("versions.main") : "";
    }

    private void renameBranch() {
        merge.leave();
        model.renameBranch(branchName.getText());
        branchName.clear();
    }

    /// Of the selected version, else of the newest.
    private void makeBranch() {
        Optional.ofNullable(versions.getSelectionModel().getSelectedItem())
                .or(() -> model.knownProperty().get().flatMap(Known::newest))
                .filter(from -> !branchName.getText().isBlank())
                .ifPresent(from -> {
                    model.makeBranch(branchName.getText(), from);
                    branchName.clear();
                });
    }

    private void show(Known known) {
        showing = true;
        int selected = Optional.ofNullable(versions.getSelectionModel().getSelectedItem())
                .map(RuleSet::version)
                .orElse(0);
        versions.getItems().setAll(known.versions());
        List<VersionName> names =
                known.branches().all().stream().map(RuleBranch::name).toList();
        branch.getItems().setAll(names);
        branch.setValue(known.branches().chosen());
        VersionName from = mergeFrom.getValue();
        mergeFrom
                .getItems()
                .setAll(names.stream()
                        .filter(name -> !name.equals(known.branches().chosen()))
                        .toList());
        mergeFrom.setValue(mergeFrom.getItems().contains(from) ? from : null);
        known.versions().stream()
                .filter(set -> set.version() == selected)
                .findFirst()
                .or(known::newest)
                .ifPresent(set -> {
                    versions.getSelectionModel().select(set);
                    details.show(set);
                });
        showing = false;
    }

    private final class VersionCell extends ListCell<RuleSet> {
        private static final Insets ROOM = new Insets(6, 0, 6, 0);

        VersionCell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(RuleSet set, boolean empty) {
            super.updateItem(set, empty);
            if (empty || set == null) {
                setGraphic(null);
                return;
            }
            Label title = VersionDetailsView.line(
                    texts.get("rules.version", String.valueOf(set.version()), Numbers.dateTime(set.savedAt())));
            title.getStyleClass().add("strong");
            String by = set.note().isBlank() ? "rules.version.by" : "rules.version.by.note";
            Label author = VersionDetailsView.line(texts.get(by, set.author(), set.note()));
            author.getStyleClass().add("body-compact");
            VBox words = new VBox(title, author);
            marks(set).forEach(mark -> {
                Label label = VersionDetailsView.line(mark);
                label.getStyleClass().add("body-compact");
                words.getChildren().add(label);
            });
            words.setPadding(ROOM);
            setGraphic(words);
        }

        private List<String> marks(RuleSet set) {
            return model.knownProperty().get().stream()
                    .flatMap(known -> {
                        String tags = known.tags(set);
                        String review = ReviewWords.newest(set.version(), known.reviews())
                                .orElse("");
                        return List.of(
                                texts.get("versions.on-branch", set.origin().branch()),
                                tags.isEmpty() ? "" : texts.get("versions.tagged", tags),
                                review.isEmpty() ? "" : texts.get("versions.reviewed", review))
                                .stream();
                    })
                    .filter(mark -> !mark.isEmpty())
                    .toList();
        }
    }
}
