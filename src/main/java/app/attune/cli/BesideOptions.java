package app.attune.cli;

import app.attune.decide.Beside;
import app.attune.decide.BesideJson;
import app.attune.decide.Other;
import app.attune.decide.Preview;
import app.attune.decide.PreviewService;
import app.attune.recommend.ModelId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/// What a decision is set beside.
final class BesideOptions {
    @Option(
            names = "--compare-model",
            paramLabel = "ID",
            description = "Beside it the list of this model, such as item-knn-2, with what changed. Several times.")
    private List<String> models = List.of();

    @Option(
            names = "--compare-rules",
            paramLabel = "VERSION",
            description = "Beside it the list under this version of the rules. Can be given several times.")
    private List<Integer> versions = List.of();

    /// Adds what was asked for.
    ///
    /// @throws app.attune.core.ProblemException as [PreviewService#beside]
    void add(PreviewService previews, Preview preview, List<String> lines, ObjectNode json) {
        List<Other> others = new ArrayList<>();
        models.forEach(id -> others.add(new Other.Model(ModelId.of(id))));
        versions.forEach(version -> others.add(new Other.Rules(version, "")));
        for (Other other : others) {
            Beside beside = previews.beside(preview, other);
            lines.addAll(BesideLines.of(beside, preview));
            json.withArray("beside").add(BesideJson.write(beside));
        }
    }
}
