package app.attune.cli;

import app.attune.core.json.Json;
import app.attune.events.ImportReport;
import app.attune.events.read.RejectReason;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;

/// What became of the rows of an import, for scripts.
final class ImportJson {
    private ImportJson() {}

    static ObjectNode of(ImportReport report) {
        ObjectNode node = Json.mapper()
                .createObjectNode()
                .put("importId", report.importId())
                .put("source", report.sourceName())
                .put("rows", report.rows().name().toLowerCase(Locale.ROOT))
                .put("read", report.read())
                .put("accepted", report.accepted())
                .put("duplicatesDropped", report.duplicatesDropped())
                .put("alreadyPresent", report.alreadyPresent())
                .put("filtered", report.filtered())
                .put("quarantined", report.quarantined())
                .put("exactDuplicates", report.exactDuplicates())
                .put("conflicting", report.conflicting())
                .put("millis", report.millis());
        ObjectNode filtered = node.putObject("filteredByReason");
        report.filteredByReason().forEach(filtered::put);
        ObjectNode blanks = node.putObject("blanks");
        report.blanks().forEach(blanks::put);
        ArrayNode files = node.putArray("files");
        report.files().forEach(files::addPOJO);
        ObjectNode reasons = node.putObject("quarantinedByReason");
        for (Map.Entry<RejectReason, Long> entry : report.quarantinedByReason().entrySet()) {
            reasons.put(entry.getKey().words(), entry.getValue());
        }
        ArrayNode findings = node.putArray("findings");
        report.findings().forEach(findings::addPOJO);
        return node;
    }
}
