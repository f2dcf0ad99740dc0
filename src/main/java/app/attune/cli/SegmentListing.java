package app.attune.cli;

import app.attune.core.Progress;
import app.attune.core.json.Json;
import app.attune.segments.Audience;
import app.attune.segments.ConditionJson;
import app.attune.segments.ConditionSentence;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentTemplate;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What segments can be made of.
final class SegmentListing {
    private static final int[] WIDTHS = {28, 10, 10, 9};

    private SegmentListing() {}

    static Report templates(Services services, Progress progress) {
        List<String> lines = new ArrayList<>();
        ArrayNode array = Json.mapper().createArrayNode();
        for (SegmentTemplate one : services.segments().templates(progress)) {
            lines.add(Words.columns(WIDTHS, one.id(), one.name()) + "  " + one.description());
            array.addObject()
                    .put("id", one.id().value())
                    .put("name", one.name())
                    .put("description", one.description())
                    .set("condition", ConditionJson.node(one.condition()));
        }
        services.segments().missingTemplates(progress).ifPresent(lines::add);
        return Report.of(lines, array);
    }

    /// @param last said below the list
    static Report count(SegmentStudies studies, List<SegmentDefinition> definitions, String last) {
        Instant at = studies.asOf();
        List<String> lines = new ArrayList<>();
        ArrayNode array = Json.mapper().createArrayNode();
        ConditionSentence words = studies.services().segments().sentences();
        for (SegmentDefinition definition : definitions) {
            Audience audience = studies.services().segments().audience(definition.condition(), at, studies.progress());
            lines.add(Words.columns(
                            WIDTHS,
                            definition.id(),
                            Words.number(audience.size()),
                            Words.share(audience.share()),
                            "v" + definition.version())
                    + "  " + words.of(definition.condition()));
            long withheld = studies.withheld(audience);
            if (withheld > 0) {
                lines.add("  " + Words.notAgreed(withheld));
            }
            describe(definition, array.addObject())
                    .put("users", audience.size())
                    .put("of", audience.population())
                    .put("withheld", withheld)
                    .put("asOf", at.toString())
                    .put("sentence", words.of(definition.condition()));
        }
        lines.add(definitions.isEmpty() ? "No segments yet. See attune segment --help." : last);
        return Report.of(lines, array);
    }

    private static ObjectNode describe(SegmentDefinition definition, ObjectNode node) {
        return node.put("id", definition.id().value())
                .put("name", definition.name())
                .put("version", definition.version());
    }
}
