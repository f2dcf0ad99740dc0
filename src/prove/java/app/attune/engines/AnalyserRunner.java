package app.attune.engines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Set;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.dmn.validation.DMNValidator;
import org.kie.dmn.validation.dtanalysis.DMNDTAnalyser;
import org.kie.dmn.validation.dtanalysis.model.DTAnalysis;
import org.kie.internal.io.ResourceFactory;

/// What KIE's analyser says of decision tables: reads one model a line, in the field `dmn`.
public final class AnalyserRunner {
    private AnalyserRunner() {}

    public static void main(String[] args) throws IOException {
        Lines lines = Lines.take();
        DMNDTAnalyser analyser = new DMNDTAnalyser(List.of());
        lines.hello("kie-dmn-validation", Lines.version(DMNValidator.class, "kie-dmn-validation"));
        lines.answer((request, answer) -> analyse(analyser, request, answer));
    }

    private static void analyse(DMNDTAnalyser analyser, JsonNode request, ObjectNode answer) {
        StringReader text = new StringReader(request.path("dmn").textValue());
        DMNModel model = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(ResourceFactory.newReaderResource(text).setSourcePath("table.dmn")))
                .getOrElseThrow(IllegalStateException::new)
                .getModels()
                .get(0);
        if (model.hasErrors()) {
            throw new IllegalStateException(
                    model.getMessages(DMNMessage.Severity.ERROR).toString());
        }
        ArrayNode tables = answer.putArray("tables");
        for (DTAnalysis analysis :
                analyser.analyse(model, Set.of(DMNValidator.Validation.ANALYZE_DECISION_TABLE))) {
            if (analysis.isError()) {
                throw new IllegalStateException(analysis.asDMNMessages().toString());
            }
            put(analysis, tables.addObject());
        }
    }

    /// Rules are counted from 1.
    private static void put(DTAnalysis analysis, ObjectNode table) {
        table.put("gaps", analysis.getGaps().size());
        ArrayNode overlaps = table.putArray("overlaps");
        analysis.getOverlaps().forEach(overlap -> overlap.getRules().forEach(overlaps.addArray()::add));
        ArrayNode masked = table.putArray("masked");
        analysis.getMaskedRules().forEach(rule -> masked.addArray().add(rule.maskedRule).add(rule.maskedBy));
        ArrayNode subsumed = table.putArray("subsumed");
        analysis.getSubsumptions()
                .forEach(rule -> subsumed.addArray().add(rule.includedRule).add(rule.rule));
    }
}
