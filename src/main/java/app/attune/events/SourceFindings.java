package app.attune.events;

import app.attune.core.Problem;
import app.attune.events.read.FileKind;
import app.attune.events.read.FormatChoices;
import app.attune.events.read.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is to say of the files of an import before their first row.
final class SourceFindings {
    private SourceFindings() {}

    static List<Problem> of(ImportRequest request) {
        List<Problem> findings = new ArrayList<>();
        List<Source.LeftOut> files = request.source().leftOut();
        if (!files.isEmpty()) {
            findings.add(new Problem(
                    "import.files-left-out",
                    files.size() + (files.size() == 1 ? " file was" : " files were") + " left out, such as "
                            + files.getFirst().name() + ": "
                            + files.getFirst().why(),
                    "To import another one, choose it by its name."));
        }
        if (request.read().kind() == FileKind.LISTS) {
            String time = request.read().layout().isBlank()
                    ? "1970-01-01"
                    : request.read().layout();
            findings.add(new Problem(
                    "import.no-times",
                    "The lists have no times, so every event is dated " + time + ".",
                    "Features of recency and time windows mean nothing here; recommenders without time do."));
        }
        sheets(request).ifPresent(findings::add);
        ClockGuess.missed(request).ifPresent(findings::add);
        return findings;
    }

    /// That other sheets of a workbook were not read, unless one was chosen.
    private static Optional<Problem> sheets(ImportRequest request) {
        if (request.read().kind() != FileKind.WORKBOOK
                || !request.read().layout().isBlank()) {
            return Optional.empty();
        }
        List<String> sheets = FormatChoices.of(request.source(), request.read()).layouts();
        return sheets.size() < 2
                ? Optional.empty()
                : Optional.of(new Problem(
                        "import.sheets",
                        "The workbook has the sheets " + String.join(", ", sheets)
                                + "; the first one with a table was read.",
                        "To read another one, name it with --layout, or choose it in the step Format."));
    }
}
