package app.attune.cli;

import app.attune.core.ProblemException;
import app.attune.core.json.Json;
import app.attune.segments.ConditionJson;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.text.ConditionText;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// In which form a condition is shown alone.
final class ShowOptions {
    private enum Form {
        TEXT,
        JSON
    }

    @Option(names = "--as", paramLabel = "FORM", description = "For show: nothing but the condition, as text or json.")
    @Nullable
    private String form;

    /// The condition alone; empty where no form was asked for.
    Optional<Report> condition(SegmentDefinition definition) {
        if (form == null) {
            return Optional.empty();
        }
        ObjectNode node = Json.mapper()
                .createObjectNode()
                .put("id", definition.id().value())
                .put("version", definition.version());
        return Optional.of(
                switch (Choices.of("--as", form, Form.values())) {
                    case TEXT -> {
                        String text = ConditionText.write(definition.condition());
                        yield Report.of(text.lines().toList(), node.put("condition", text));
                    }
                    case JSON ->
                        Report.of(
                                List.of(ConditionJson.write(definition.condition())),
                                node.set("condition", ConditionJson.node(definition.condition())));
                });
    }

    /// @throws ProblemException `cli.bad-option` if a form was asked for
    void refuse() {
        if (form != null) {
            throw ProblemException.of(
                    "cli.bad-option",
                    "--as belongs to show.",
                    "Leave it out, or use attune segment WORKSPACE show ID --as " + form + ".");
        }
    }
}
