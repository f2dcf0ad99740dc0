package app.attune.events.ui;

import app.attune.events.ColumnRole;
import app.attune.events.MappedColumn;
import app.attune.events.Mapping;
import app.attune.events.RowKind;
import app.attune.events.UserIdForm;
import app.attune.events.read.ColumnProfile;
import app.attune.events.read.ImportPreview;
import app.attune.ui.InWords;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What each column means, and what holds for all rows.
@SuppressWarnings("NullAway.Init") // filled from FXML
final class ColumnsView {
    @FXML
    private ScrollPane options;

    @FXML
    private Label heading;

    @FXML
    private VBox savedMappings;

    @FXML
    private VBox needed;

    @FXML
    private ComboBox<RowKind> rows;

    @FXML
    private VBox eventOptions;

    @FXML
    private TextField constant;

    @FXML
    private VBox times;

    @FXML
    private VBox rules;

    @FXML
    private Tab filtersTab;

    @FXML
    private VBox filters;

    @FXML
    private Tab typesTab;

    @FXML
    private VBox types;

    @FXML
    private VBox consent;

    @FXML
    private VBox lineUsers;

    @FXML
    private Label userFormLabel;

    @FXML
    private ComboBox<UserIdForm> userForm;

    @FXML
    private TableView<String> table;

    @FXML
    private VBox inspected;

    @FXML
    private TableColumn<String, String> columnName;

    @FXML
    private TableColumn<String, String> columnType;

    @FXML
    private TableColumn<String, String> columnExample;

    @FXML
    private TableColumn<String, String> columnMisfit;

    @FXML
    private TableColumn<String, MappedColumn> columnRole;

    @FXML
    private TableColumn<String, MappedColumn> columnKept;

    private static final double[] LETTERS = {9, 10, 10, 8, 9, 9};

    private final Texts texts = Texts.of("events");
    private final ImportViewModel model;
    private final Parent root;
    private boolean filling;

    ColumnsView(ImportViewModel model, SavedMappingBox saved) {
        this.model = model;
        this.root = Views.load(this);
        savedMappings.getChildren().add(saved);
        filters.getChildren().add(new FilterBox(model));
        types.getChildren().add(new RuleBox(model));
        consent.getChildren().add(new ConsentBox(model, texts));
        lineUsers.getChildren().add(new LineUsersBox(model, texts));
        inspect(new ColumnInspector(model));
        OptionsWidth.follow(options, (Region) root, heading.fontProperty());
        ColumnWidths.follow(table, heading.fontProperty(), LETTERS);
        model.settingsProperty()
                .addListener((observed, before, now) -> now.ifPresent(settings -> show(settings.mapping())));
        model.checkProperty().addListener((observed, before, now) -> table.refresh());
        model.jobs().countingProperty().addListener((observed, before, now) -> table.refresh());
    }

    Parent root() {
        return root;
    }

    private void inspect(ColumnInspector inspector) {
        inspected.getChildren().add(inspector);
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((observed, before, now) -> inspector.show(Optional.ofNullable(now)));
    }

    @FXML
    private void initialize() {
        fill(rows, List.of(RowKind.values()), kind -> texts.get("columns.rows." + kind.name()), Mapping::withRows);
        fill(
                userForm,
                List.of(UserIdForm.values()),
                form -> texts.get("columns.user-form." + form.name()),
                Mapping::withUserIdForm);
        TimeBox time = new TimeBox(model);
        times.getChildren().add(time);
        times.visibleProperty().bind(time.visibleProperty());
        times.managedProperty().bind(time.visibleProperty());
        constant.textProperty().addListener((observed, before, now) -> typed(mapping -> mapping.withConstantType(now)));
        columnName.setCellValueFactory(row -> new SimpleStringProperty(row.getValue()));
        columnType.setCellValueFactory(row -> new SimpleStringProperty(
                profile(row.getValue()).map(profile -> profile.type().label()).orElse("")));
        columnMisfit.setCellValueFactory(row -> new SimpleStringProperty(misfit(row.getValue())));
        columnExample.setCellValueFactory(row -> new SimpleStringProperty(profile(row.getValue())
                .flatMap(profile -> profile.examples().stream().findFirst())
                .orElse("-")));
        columnRole.setCellValueFactory(row -> mapped(row.getValue()));
        columnKept.setCellValueFactory(row -> mapped(row.getValue()));
        columnRole.setCellFactory(column -> new RoleCell(texts, this::setRole));
        columnKept.setCellFactory(column -> new KeptNameCell(texts, this::setName));
    }

    private <T> void fill(
            ComboBox<T> box, List<T> values, Function<T, String> label, BiFunction<Mapping, T, Mapping> change) {
        box.getItems().setAll(values);
        box.setConverter(InWords.of(label));
        box.valueProperty().addListener((observed, before, now) -> {
            if (now != null) {
                change(mapping -> change.apply(mapping, now));
            }
        });
    }

    private void change(UnaryOperator<Mapping> change) {
        if (!filling) {
            model.changeMapping(change);
        }
    }

    private void typed(UnaryOperator<Mapping> change) {
        if (!filling) {
            model.reading().typeMapping(change);
        }
    }

    private void setRole(MappedColumn column, ColumnRole role) {
        change(mapping -> model.reading().withTimes(mapping.withRole(column.column(), role)));
    }

    private void setName(MappedColumn column, String name) {
        change(mapping -> mapping.with(column.named(name)));
    }

    private void show(Mapping mapping) {
        filling = true;
        rows.setValue(mapping.rows());
        userForm.setValue(mapping.userIdForm());
        if (!constant.getText().equals(mapping.constantType())) {
            constant.setText(mapping.constantType());
        }
        boolean events = mapping.rows() == RowKind.EVENTS;
        eventOptions.setVisible(events);
        eventOptions.setManaged(events);
        boolean users = mapping.rows() != RowKind.ITEMS;
        userForm.setVisible(users);
        userFormLabel.setVisible(users);
        showRules(mapping);
        int left = mapping.filters().size();
        int ruled = mapping.typeRules().size();
        typesTab.setText(ruled == 0 ? texts.get("rule.tab") : texts.get("rule.tab.some", ruled));
        typesTab.setDisable(!events);
        filtersTab.setText(left == 0 ? texts.get("filter.tab") : texts.get("filter.tab.some", left));
        needed.getChildren().setAll(NeededRoles.of(mapping, texts));
        List<String> names =
                mapping.columns().stream().map(MappedColumn::column).toList();
        if (!names.equals(table.getItems())) {
            table.getItems().setAll(names);
            table.getSelectionModel().select(first(mapping));
        }
        table.refresh();
        filling = false;
    }

    /// The column to look at first: the one with the value, else one with numbers, else any.
    private static String first(Mapping mapping) {
        return mapping.columnOf(ColumnRole.VALUE)
                .or(() -> mapping.columns().stream()
                        .filter(MappedColumn::keepsNumbers)
                        .findFirst()
                        .map(MappedColumn::column))
                .or(() -> mapping.columns().stream().findFirst().map(MappedColumn::column))
                .orElse("");
    }

    private void showRules(Mapping mapping) {
        List<String> sentences = new ArrayList<>();
        mapping.typeRules().forEach(rule -> sentences.add(rule.sentence()));
        if (!mapping.valueFactors().isEmpty()) {
            sentences.add(texts.get("columns.value", String.join(" x ", mapping.valueFactors())));
        }
        rules.getChildren().clear();
        if (!sentences.isEmpty()) {
            Label title = new Label(texts.get("columns.rules"));
            title.getStyleClass().add("form-label");
            rules.getChildren().add(title);
        }
        sentences.forEach(sentence -> {
            Label label = new Label(sentence);
            label.setWrapText(true);
            label.setMinHeight(VBox.USE_PREF_SIZE);
            rules.getChildren().add(label);
        });
    }

    private Optional<ColumnProfile> profile(String column) {
        return model.preview().map(ImportPreview::columns).orElse(List.of()).stream()
                .filter(profile -> profile.name().equals(column))
                .findFirst();
    }

    private String misfit(String column) {
        if (model.jobs().countingProperty().get()) {
            return texts.get("columns.counting");
        }
        return model.checkProperty()
                .get()
                .flatMap(check -> check.column(column))
                .map(count -> count.missing() == 0
                        ? Numbers.count(count.unparseable())
                        : texts.get(
                                "columns.misfit", Numbers.count(count.unparseable()), Numbers.count(count.missing())))
                .orElse(Numbers.NONE);
    }

    private ReadOnlyObjectWrapper<MappedColumn> mapped(String column) {
        List<MappedColumn> columns = model.mapping().map(Mapping::columns).orElse(List.of());
        return new ReadOnlyObjectWrapper<>(columns.stream()
                .filter(mapped -> mapped.column().equals(column))
                .findFirst()
                .orElseGet(() -> MappedColumn.of(column, ColumnRole.IGNORED)));
    }
}
