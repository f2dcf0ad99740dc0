package app.attune.events;

import app.attune.core.Problem;
import app.attune.events.read.FileKind;
import app.attune.events.read.Source;
import java.util.ArrayList;
import java.util.List;

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
        ClockGuess.missed(request).ifPresent(findings::add);
        return findings;
    }
}
