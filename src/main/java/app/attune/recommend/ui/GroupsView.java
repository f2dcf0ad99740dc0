package app.attune.recommend.ui;

import app.attune.recommend.GroupResults;
import app.attune.recommend.RecommenderNames;
import app.attune.stats.Interval;
import app.attune.ui.InWords;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Models compared for groups of users, in a table.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class GroupsView {
    private static final double GROUP = 11;
    private static final double USERS = 5;
    private static final double MODEL = 7.2;
    private static final double INTERVAL = 13;
    private static final double P = 4.6;
    private static final double STANDING = 18;

    @FXML
    private ComboBox<GroupsViewModel.Choice> groupBy;

    @FXML
    private Label groupProblem;

    @FXML
    private TableView<GroupResults.Row> groups;

    @FXML
    private Label groupNote;

    private final GroupsViewModel model;
    private final Texts texts;
    private final Parent root;

    GroupsView(GroupsViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.root = Views.load(this);
        groupBy.setConverter(InWords.of(GroupsViewModel.Choice::title));
        groupBy.setItems(model.choices());
        groupBy.setValue(model.chosenProperty().get());
        groupBy.valueProperty()
                .addListener((observed, before, now) -> Optional.ofNullable(now)
                        .filter(choice -> !choice.isSame(model.chosenProperty().get()))
                        .ifPresent(this::choose));
        model.chosenProperty().addListener((observed, before, now) -> groupBy.setValue(now));
        groupProblem.textProperty().bind(model.problemProperty());
        groupProblem.visibleProperty().bind(Bindings.isNotEmpty(model.problemProperty()));
        groupProblem.managedProperty().bind(groupProblem.visibleProperty());
        columns();
        model.resultsProperty().addListener((observed, before, now) -> show(now));
    }

    Parent root() {
        return root;
    }

    private void choose(GroupsViewModel.Choice choice) {
        model.chosenProperty().set(choice);
        model.load();
    }

    private void columns() {
        column("groups.group", GROUP, GroupResults.Row::group);
        number("groups.users", USERS, row -> Numbers.count(row.users()));
        column("board.name", MODEL, row -> RecommenderNames.ofRow(row.recommender()));
        number("board.ndcg10", INTERVAL, row -> words(row.ndcg10()));
        number("groups.difference", INTERVAL, row -> words(row.difference()));
        MeasureColumns.explain(
                number(
                        "groups.p",
                        P,
                        row -> row.pValue().isPresent()
                                ? Numbers.pValue(row.pValue().getAsDouble())
                                : Numbers.NONE),
                texts.get("groups.p.about"));
        column("groups.standing", STANDING, row -> texts.get("groups." + row.standing(), GroupResults.LEAST_USERS));
    }

    private static String words(Optional<Interval> interval) {
        return interval.map(BeyondTable::metric).orElse(Numbers.NONE);
    }

    private TableColumn<GroupResults.Row, String> number(
            String key, double letters, Function<GroupResults.Row, String> words) {
        TableColumn<GroupResults.Row, String> column = column(key, letters, words);
        column.getStyleClass().add("number-column");
        return column;
    }

    private TableColumn<GroupResults.Row, String> column(
            String key, double letters, Function<GroupResults.Row, String> words) {
        TableColumn<GroupResults.Row, String> column = new TableColumn<>(texts.get(key));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(words.apply(row.getValue())));
        column.setSortable(false);
        column.setPrefWidth(letters * groupProblem.getFont().getSize());
        groupProblem
                .fontProperty()
                .addListener((observed, before, now) -> column.setPrefWidth(letters * now.getSize()));
        groups.getColumns().add(column);
        return column;
    }

    private void show(Optional<GroupResults> results) {
        results.ifPresentOrElse(
                found -> {
                    groups.getItems().setAll(found.rows());
                    groupNote.setText(texts.get(
                            "groups.note",
                            RecommenderNames.ofRow(found.best()),
                            Numbers.count(found.comparisons()),
                            GroupResults.LEAST_USERS));
                },
                () -> {
                    groups.getItems().clear();
                    groupNote.setText("");
                });
    }
}
