package app.attune.events.ui;

import app.attune.core.Problem;
import app.attune.ui.Texts;
import java.util.List;

/// Says why the next step of an import cannot be taken.
record NextReason(Texts texts) {
    /// Empty when it can be taken.
    String of(ImportViewModel model) {
        if (model.jobs().busyProperty().get()) {
            return texts.get("reason.busy");
        }
        return switch (model.stepProperty().get()) {
            case FILE -> texts.get("reason.file");
            case FORMAT -> model.preview().isEmpty() ? texts.get("reason.file") : "";
            case COLUMNS -> {
                String typed = model.reading().unusableProperty().get();
                yield typed.isEmpty()
                        ? missing(model).stream()
                                .findFirst()
                                .map(problem -> problem.message() + " " + problem.remedy())
                                .orElse("")
                        : typed;
            }
            case CHECK ->
                model.jobs().countingProperty().get()
                        ? texts.get("reason.counting")
                        : model.checkProperty()
                                .get()
                                .map(check -> check.report().accepted() > 0 ? "" : texts.get("reason.nothing"))
                                .orElse("");
            case RESULT -> texts.get("reason.done");
        };
    }

    /// What the mapping still lacks.
    private static List<Problem> missing(ImportViewModel model) {
        return model.settingsProperty()
                .get()
                .map(now -> now.mapping().problems(now.preview().columnNames()))
                .orElse(List.of());
    }
}
