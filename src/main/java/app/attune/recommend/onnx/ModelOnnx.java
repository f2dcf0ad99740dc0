package app.attune.recommend.onnx;

import app.attune.core.Progress;
import app.attune.core.Sha256;
import app.attune.core.json.Json;
import app.attune.events.TableFile;
import app.attune.profiles.Population;
import app.attune.recommend.onnx.OnnxRequest.Layout;
import app.attune.recommend.onnx.OnnxRequest.Users;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/// Writes a model of factors as ONNX, with what a server's team needs beside it: which rows are which users and items,
/// requests with the answers they must get, what is where, and checksums. Whole or not at all; the same data and model
/// give the same bytes.
public final class ModelOnnx {
    /// Of the description.
    public static final int FORMAT = 1;

    private static final String MODEL = "model.onnx";
    private static final String BY_FACTORS = "-factors";
    private static final String CHECKSUMS = "SHA256SUMS";

    private final OnnxRequest request;
    private final Instant asOf;
    private final ServedUsers users;
    private final NewFolder folder;

    private ModelOnnx(OnnxRequest request, Instant asOf, ServedUsers users, NewFolder folder) {
        this.request = request;
        this.asOf = asOf;
        this.users = users;
        this.folder = folder;
    }

    /// @param asOf what users had done before it makes their factors
    /// @throws app.attune.core.ProblemException `data.not-empty`, `data.not-written`, `model.too-large`
    /// @throws java.util.concurrent.CancellationException leaving nothing behind
    public static OnnxFolder write(OnnxRequest request, Population population, Instant asOf, Progress progress) {
        try (NewFolder folder = new NewFolder(request.folder())) {
            ServedUsers.requireRoom(
                    0, request.model().items().size(), request.model().factors());
            ServedUsers users = request.users() == Users.WITH
                    ? ServedUsers.of(request.model(), request.interactions(), population, asOf, progress)
                    : ServedUsers.none();
            return new ModelOnnx(request, asOf, users, folder).write(progress);
        } catch (IOException e) {
            throw NewFolder.notWritten(request.folder(), e);
        }
    }

    private OnnxFolder write(Progress progress) throws IOException {
        progress.report("Writing ONNX", 0, 1);
        List<String> items =
                request.model().items().stream().map(item -> item.value()).toList();
        graphs();
        table("items.csv", "item_id", items);
        text("onnx.json", Json.writePretty(description(items.size())));
        text("README.md", readme());
        progress.checkpoint();
        text(CHECKSUMS, checksums());
        List<String> files = folder.files();
        folder.keep();
        return new OnnxFolder(
                request.id(),
                request.folder(),
                request.users(),
                files,
                users.size(),
                items.size(),
                users.withheld(),
                users.without(),
                guarded(items) + guarded(users.ids()));
    }

    private void graphs() throws IOException {
        String name = request.id().toString();
        FactorGraph graph = new FactorGraph(request.id(), request.model(), request.k());
        GoldenPairs golden = new GoldenPairs(request.id(), request.model(), request.k());
        if (request.users() == Users.WITH) {
            graph(name, graph.ofUsers(users), TritonConfig.ofUsers(name, request.k()));
            text("golden.json", Json.write(golden.ofUsers(name, users, userShape())) + "\n");
            table("users.csv", "user_id", users.ids());
        }
        String second = name + BY_FACTORS;
        int d = request.model().factors();
        graph(second, graph.ofFactors(), TritonConfig.ofFactors(second, request.k(), d));
        text("golden-factors.json", Json.write(golden.ofFactors(second)) + "\n");
    }

    private int[] userShape() {
        return request.layout() == Layout.TRITON ? new int[] {1, 1} : new int[] {1};
    }

    private void graph(String name, ProtoMessage model, String config) throws IOException {
        if (request.layout() == Layout.TRITON) {
            text("triton/" + name + "/config.pbtxt", config);
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.file(place(name))))) {
            model.writeTo(out);
        }
    }

    private String place(String name) {
        return request.layout() == Layout.TRITON ? "triton/" + name + "/1/" + MODEL : name + ".onnx";
    }

    private void text(String name, String text) throws IOException {
        Files.writeString(folder.file(name), text);
    }

    private void table(String name, String column, List<String> ids) throws IOException {
        Path file = folder.file(name);
        TableFile.write(
                file,
                List.of("index", column),
                IntStream.range(0, ids.size()).mapToObj(row -> List.of(Integer.toString(row), ids.get(row))));
    }

    private static int guarded(List<String> ids) {
        return (int) ids.stream().filter(TableFile::isGuarded).count();
    }

    private ObjectNode description(int items) {
        ObjectNode root = Json.mapper().createObjectNode();
        root.put("format", "attune.onnx").put("version", FORMAT);
        root.put("model", request.id().toString()).put("asOf", asOf.toString());
        root.put("factors", request.model().factors()).put("items", items).put("users", users.size());
        if (request.users() == Users.WITH) {
            root.put("withheld", users.withheld()).put("without", users.without());
        }
        root.put("length", request.k());
        root.put("irVersion", Onnx.IR_VERSION).put("operators", Onnx.OPERATORS);
        ObjectNode graphs = root.putObject("graphs");
        String name = request.id().toString();
        if (request.users() == Users.WITH) {
            graphs.put("byUser", place(name));
        }
        graphs.put("byFactors", place(name + BY_FACTORS));
        return root;
    }

    private String readme() {
        String name = request.id().toString();
        return OnnxTexts.of("common.md")
                .replace("{users}", request.users() == Users.WITH ? OnnxTexts.of("users.md") : "")
                .replace("{served}", request.layout() == Layout.TRITON ? served(name) : "")
                .replace("{model}", name)
                .replace("{asOf}", asOf.toString())
                .replace("{k}", Integer.toString(request.k()))
                .replace("{d}", Integer.toString(request.model().factors()))
                .replace("{byUser}", place(name))
                .replace("{byFactors}", place(name + BY_FACTORS));
    }

    private String served(String name) {
        boolean users = request.users() == Users.WITH;
        return OnnxTexts.of("triton.md")
                .replace("{counted}", users ? " It counts users apart: `user` has the shape `[n, 1]` there." : "")
                .replace("{golden}", users ? "golden.json" : "golden-factors.json")
                .replace("{served-name}", users ? name : name + BY_FACTORS);
    }

    /// As `sha256sum --check` reads them.
    private String checksums() throws IOException {
        StringBuilder text = new StringBuilder();
        for (String name : folder.files()) {
            text.append(Sha256.of(folder.file(name))).append("  ").append(name).append('\n');
        }
        return text.toString();
    }
}
