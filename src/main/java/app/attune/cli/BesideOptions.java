package app.attune.cli;

import app.attune.core.Progress;
import app.attune.decide.Beside;
import app.attune.decide.BesideJson;
import app.attune.decide.Other;
import app.attune.decide.Preview;
import app.attune.decide.PreviewService;
import app.attune.decide.WhatIf;
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

    @Option(
            names = "--set",
            paramLabel = "ATTRIBUTE=VALUE",
            description =
                    "What if an attribute were another; nothing after = takes it away. Can be given several times.")
    private List<String> set = List.of();

    @Option(
            names = "--add-event",
            paramLabel = "TYPE:ITEM",
            description = "What if this had happened just before, such as purchase:31 or purchase:31=49.90. Can be"
                    + " given several times. Nothing is stored.")
    private List<String> events = List.of();

    @Option(names = "--what-if-time", paramLabel = "TIME", description = "What if it were that time.")
    private String time = "";

    /// Adds what was asked for.
    ///
    /// @throws app.attune.core.ProblemException as [PreviewService#beside]
    void add(PreviewService previews, Preview preview, Progress progress, List<String> lines, ObjectNode json) {
        List<Other> others = new ArrayList<>();
        models.forEach(id -> others.add(new Other.Model(ModelId.of(id))));
        versions.forEach(version -> others.add(new Other.Rules(version, "")));
        for (Other other : others) {
            Beside beside = previews.beside(preview, other, progress);
            lines.addAll(BesideLines.of("Beside " + other.title(), beside, preview));
            json.withArray("beside").add(BesideJson.write(beside));
        }
        WhatIf change = previews.read(set, events, time);
        if (!change.isNothing()) {
            Beside beside = previews.whatIf(preview, change, progress);
            lines.addAll(BesideLines.of(beside.title(), beside, preview));
            json.set("whatIf", BesideJson.write(beside));
        }
    }
}
