package app.attune.cli;

import app.attune.core.Counted;
import app.attune.core.json.Json;
import app.attune.recommend.ModelId;
import app.attune.recommend.arrays.ModelArrays;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "model-arrays",
        description = "Writes what a model knows as NumPy arrays: factors, or each item's neighbours.",
        footer = {
            "",
            "In the folder, arrays.json says what each array is and which items its positions are; SHA256SUMS has the",
            "checksums. numpy.load reads the arrays; neighbours are compressed sparse rows (scipy.sparse.csr_array).",
            "",
            "Example:",
            "  attune model-arrays shop item-knn-1 --out arrays"
        })
final class ModelArraysCommand extends WorkspaceCommand {
    @Parameters(index = "1", paramLabel = "MODEL", description = "A trained model, such as item-knn-1.")
    @Nullable
    private String model;

    @Option(names = "--out", paramLabel = "FOLDER", required = true, description = "Made if it is not there.")
    @Nullable
    private Path out;

    ModelArraysCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Report run(Services services) {
        ModelId id = ModelId.of(Words.given(model, "MODEL"));
        Path folder = Words.given(out, "--out");
        List<String> files = ModelArrays.write(id, services.models().model(id), folder);
        ObjectNode json = Json.mapper().createObjectNode().put("folder", folder.toString());
        files.forEach(file -> json.withArray("files").add(file));
        return Report.of(
                List.of("Wrote " + Counted.of(files.size(), "file") + " of " + id + " to " + folder + ": "
                        + String.join(", ", files) + "."),
                json);
    }
}
