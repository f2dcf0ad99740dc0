package app.attune.events.ui;

import app.attune.core.ProblemException;
import app.attune.events.Mapping;
import app.attune.events.RowFilter;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.VBox;

/// Leaves out rows on purpose, such as those of colleagues and tests: each filter with how many rows it leaves out.
final class FilterBox extends VBox {
    private final Texts texts = Texts.of("events");
    private final ImportViewModel model;
    private final EntryList list = new EntryList("filters");
    private final TestForm<RowFilter.Test> form = new TestForm<>(
            "filter",
            new TestForm.Tests<>(
                    List.of(RowFilter.Test.values()), RowFilter.Test::words, RowFilter.Test::needsOperand));

    FilterBox(ImportViewModel model) {
        this.model = model;
        getStyleClass().add("section");
        form.whenDone(this::add);
        getChildren()
                .addAll(
                        OptionLabels.title(texts.get("filter.title"), form),
                        list,
                        OptionLabels.caption(texts.get("filter.hint")),
                        form);
        model.settingsProperty().addListener((observed, before, now) -> now.ifPresent(this::show));
        model.checkProperty().addListener((observed, before, now) -> showAgain());
        model.jobs().countingProperty().addListener((observed, before, now) -> showAgain());
    }

    private String add(TestForm.Chosen<RowFilter.Test> chosen) {
        try {
            RowFilter filter = RowFilter.of(chosen.column(), chosen.test(), chosen.value());
            model.changeMapping(mapping -> mapping.filters().contains(filter) ? mapping : with(mapping, filter));
            return "";
        } catch (ProblemException e) {
            return e.problem().message() + " " + e.problem().remedy();
        }
    }

    private static Mapping with(Mapping mapping, RowFilter filter) {
        List<RowFilter> filters = new ArrayList<>(mapping.filters());
        filters.add(filter);
        return mapping.withFilters(filters);
    }

    private void remove(RowFilter filter) {
        model.changeMapping(mapping -> mapping.withFilters(mapping.filters().stream()
                .filter(other -> !other.equals(filter))
                .toList()));
    }

    private void showAgain() {
        model.settingsProperty().get().ifPresent(this::show);
    }

    private void show(ImportSettings settings) {
        form.columns(settings.preview().columnNames());
        List<RowFilter> filters = settings.mapping().filters();
        list.show(
                filters.isEmpty()
                        ? List.of(OptionLabels.styled(texts.get("filter.none"), "body-compact"))
                        : filters.stream()
                                .map(filter -> entry(filter, filters.indexOf(filter)))
                                .toList(),
                form::focus);
    }

    private TestEntry entry(RowFilter filter, int position) {
        String words = filter.words();
        String said = filter.reason().equals(words) ? words : words + " (" + filter.reason() + ")";
        return new TestEntry("filter-" + position, said, count(filter))
                .removedBy(texts.get("filter.remove"), texts.get("filter.remove.of", words), () -> remove(filter));
    }

    /// As the check of all rows has counted it.
    private String count(RowFilter filter) {
        if (model.jobs().countingProperty().get()) {
            return texts.get("filter.counting");
        }
        return model.checkProperty()
                .get()
                .map(check -> check.report().filteredByReason().getOrDefault(filter.reason(), 0L))
                .map(rows -> rows == 0 ? texts.get("filter.count.none") : texts.get("filter.count", rows))
                .orElse(Numbers.NONE);
    }
}
