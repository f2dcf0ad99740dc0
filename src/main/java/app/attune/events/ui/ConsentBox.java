package app.attune.events.ui;

import app.attune.events.ColumnRole;
import app.attune.events.ConsentCount;
import app.attune.events.ConsentStatus;
import app.attune.events.ConsentValues;
import app.attune.events.MappedColumn;
import app.attune.events.Mapping;
import app.attune.events.read.ColumnProfile;
import app.attune.events.read.ImportPreview;
import app.attune.ui.InWords;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What the values of every column of consent mean: those seen in the file one by one, and all others.
final class ConsentBox extends VBox {
    private static final double GAP = 4;

    private final ImportViewModel model;
    private final Texts texts;
    private final Map<String, Map<String, Long>> seen = new LinkedHashMap<>();
    private Optional<Map<MappedColumn, List<String>>> shown = Optional.empty();
    private final List<Runnable> fillers = new ArrayList<>();
    private boolean filling;

    ConsentBox(ImportViewModel model, Texts texts) {
        super(GAP);
        this.model = model;
        this.texts = texts;
        model.settingsProperty().addListener(observed -> show());
        model.checkProperty()
                .addListener((observed, before, now) -> now.ifPresent(check -> {
                    check.consents().forEach(this::remember);
                    show();
                }));
    }

    private void remember(ConsentCount count) {
        seen.put(count.column().column(), count.values());
    }

    private void show() {
        Map<MappedColumn, List<String>> wanted = new LinkedHashMap<>();
        Optional<Mapping> mapping = model.mapping();
        mapping.map(now -> now.withRole(ColumnRole.CONSENT))
                .orElse(List.of())
                .forEach(column -> wanted.put(column, values(column.column())));
        if (shown.filter(wanted::equals).isEmpty()) {
            shown = Optional.of(wanted);
            fillers.clear();
            getChildren().clear();
            wanted.forEach(this::add);
        }
        filling = true;
        fillers.forEach(Runnable::run);
        filling = false;
        setVisible(!wanted.isEmpty());
        setManaged(!wanted.isEmpty());
    }

    /// Counted ones, else those of the first rows.
    private List<String> values(String column) {
        Map<String, Long> counted = seen.getOrDefault(column, Map.of());
        return !counted.isEmpty()
                ? List.copyOf(counted.keySet())
                : model.preview().map(ImportPreview::columns).orElse(List.of()).stream()
                        .filter(profile -> profile.name().equals(column))
                        .map(ColumnProfile::examples)
                        .flatMap(List::stream)
                        .distinct()
                        .toList();
    }

    private void add(MappedColumn column, List<String> values) {
        getChildren().add(label(texts.get("consent.title", column.name()), "form-label"));
        for (String value : values) {
            ComboBox<ConsentStatus> meaning = box(
                    List.of(ConsentStatus.values()),
                    status -> texts.get("consent.status." + status),
                    texts.get("consent.value.of", value, column.column()));
            meaning.setId("consent-" + column.column() + "-" + value);
            meaning.valueProperty().addListener((observed, before, now) -> {
                if (now != null) {
                    change(column, old -> old.with(value, now));
                }
            });
            fillers.add(() -> meaning.setValue(meanings(column).of(value)));
            long rows = seen.getOrDefault(column.column(), Map.of()).getOrDefault(value, 0L);
            String words = rows == 0 ? value : texts.get("consent.value", value, Numbers.count(rows));
            getChildren().addAll(label(words, "body-compact"), meaning);
        }
        ComboBox<ConsentValues.Unknown> rest = box(
                List.of(ConsentValues.Unknown.values()),
                unknown -> texts.get("consent.unknown." + unknown),
                texts.get("consent.rest.of", column.column()));
        rest.setId("consent-" + column.column());
        rest.valueProperty().addListener((observed, before, now) -> {
            if (now != null) {
                change(column, old -> old.with(now));
            }
        });
        fillers.add(() -> rest.setValue(meanings(column).unknown()));
        getChildren().addAll(label(texts.get("consent.rest"), "body-compact"), rest);
        getChildren().add(label(texts.get("consent.silent"), "caption"));
    }

    private ConsentValues meanings(MappedColumn column) {
        return model.mapping().map(now -> now.consentOf(column.column())).orElse(ConsentValues.USUAL);
    }

    private void change(MappedColumn column, UnaryOperator<ConsentValues> edit) {
        if (!filling) {
            model.changeMapping(mapping -> {
                Map<String, ConsentValues> consents = new TreeMap<>(mapping.consents());
                consents.put(column.column(), edit.apply(mapping.consentOf(column.column())));
                return mapping.withConsents(consents);
            });
        }
    }

    private static <T> ComboBox<T> box(List<T> values, java.util.function.Function<T, String> words, String name) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(values);
        box.setConverter(InWords.of(words));
        box.setAccessibleText(name);
        box.setMaxWidth(Double.MAX_VALUE);
        return box;
    }

    private static Node label(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
