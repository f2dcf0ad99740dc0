package app.attune.cli;

import app.attune.core.ProblemException;
import app.attune.decide.DecisionSetup;
import app.attune.recommend.FactorModel;
import app.attune.recommend.ModelCard;
import app.attune.recommend.ModelId;
import app.attune.recommend.onnx.ModelOnnx;
import app.attune.recommend.onnx.OnnxFolder;
import app.attune.recommend.onnx.OnnxRequest;
import app.attune.recommend.onnx.OnnxRequest.Layout;
import app.attune.recommend.onnx.OnnxRequest.Users;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "model-onnx",
        description = "Writes a model of factors as ONNX, for ONNX Runtime or NVIDIA Triton.",
        footer = {
            "",
            "iALS, BPR and imported factors become ONNX. README.md in the folder says how the graphs are asked; users.csv",
            "and items.csv say which rows are whom and what; golden.json has requests with the answers they must get.",
            "Users who have not agreed to personalisation are in no file, and nobody's history is.",
            "",
            "Examples:",
            "  attune model-onnx shop ials-1 --out onnx",
            "  attune model-onnx shop bpr-2 --out served --triton --length 50"
        })
final class ModelOnnxCommand extends WorkspaceCommand {
    @Parameters(index = "1", paramLabel = "MODEL", description = "A trained model of factors, such as ials-1.")
    @Nullable
    private String model;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            required = true,
            description = "Made if it is not there; must be empty.")
    @Nullable
    private Path out;

    @Option(names = "--triton", description = "As a model repository of NVIDIA Triton, with its configuration.")
    private boolean triton;

    @Option(
            names = "--without-users",
            description = "Only the graph that is given factors, with no factors of users in it.")
    private boolean withoutUsers;

    @Option(names = "--length", description = "Of each answer (default 10).", defaultValue = "10")
    private int length = DecisionSetup.LENGTH;

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description =
                    "What users had done before it makes their factors; midnight after the last event if not given.")
    @Nullable
    private String asOf;

    ModelOnnxCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Report run(Services services) {
        Words.requireLength(length);
        ModelId id = ModelId.of(Words.given(model, "MODEL"));
        FactorModel factors = OnnxRequest.factors(id, services.models().model(id));
        ModelCard card = services.models()
                .card(id)
                .orElseThrow(() -> ProblemException.of(
                        "model.unknown", "There is no model " + id + ".", "Choose one from the list of models."));
        OnnxRequest request = new OnnxRequest(
                id,
                factors,
                card.interactions(),
                length,
                triton ? Layout.TRITON : Layout.PLAIN,
                withoutUsers ? Users.WITHOUT : Users.WITH,
                Words.given(out, "--out"));
        OnnxFolder written =
                ModelOnnx.write(request, services.populations().current(progress()), asOf(services, asOf), progress());
        return Report.of(written.sentences(), written.json());
    }
}
