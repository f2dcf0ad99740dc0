package app.attune.events.ui;

import app.attune.core.Problem;
import app.attune.events.read.ImportPreview;
import app.attune.ui.Texts;
import java.util.List;

/// Says why the next step of an import cannot be taken.
record NextReason(Texts texts) {
    /// Empty when it can be taken.
    String of(ImportViewModel model) {
        if (model.busyProperty().get()) {
            return texts.get("reason.busy");
        }
        return switch (model.stepProperty().get()) {
            case FILE -> texts.get("reason.file");
            case FORMAT -> model.previewProperty().get().isEmpty() ? texts.get("reason.file") : "";
            case COLUMNS ->
                missing(model).stream()
                        .findFirst()
                        .map(problem -> problem.message() + " " + problem.remedy())
                        .orElse("");
            case CHECK ->
                model.dryRunProperty()
                        .get()
                        .map(report -> report.accepted() > 0 ? "" : texts.get("reason.nothing"))
                        .orElse("");
            case RESULT -> texts.get("reason.done");
        };
    }

    /// What the mapping still lacks.
    private static List<Problem> missing(ImportViewModel model) {
        List<String> columns =
                model.previewProperty().get().map(ImportPreview::columnNames).orElse(List.of());
        return model.mappingProperty()
                .get()
                .map(mapping -> mapping.problems(columns))
                .orElse(List.of());
    }
}
