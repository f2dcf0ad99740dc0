package app.attune.export;

import app.attune.core.Provenance;
import app.attune.core.Version;
import app.attune.core.json.Json;
import app.attune.decide.DecisionBasis;
import app.attune.decide.ProfileDesk;
import app.attune.decider.BundleFolder;
import app.attune.decider.BundleFormat;
import app.attune.decider.BundleSignature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/// What `manifest.json` says of a bundle.
final class ManifestFile {
    private ManifestFile() {}

    /// @param files all other files of the bundle but the checksums
    static String of(ExportRequest request, SortedMap<String, String> files, Instant createdAt, int goldenDecisions) {
        ProfileDesk desk = request.desk();
        ObjectNode root = Json.mapper().createObjectNode().put("format", BundleFormat.VERSION);
        root.putObject("tool").put("name", "attune").put("version", Version.current());
        root.put("title", request.title());
        root.put("createdAt", createdAt.toString());
        root.put("asOf", desk.setup().asOf().toString());
        root.put("personalData", request.userLists() == UserLists.INCLUDED);
        data(root.putObject("data"), desk.basis());
        root.putObject("ruleSet")
                .put("version", request.ruleSet().version())
                .put("savedAt", request.ruleSet().savedAt().toString());
        counts(root.putObject("counts"), request, goldenDecisions);
        ArrayNode derived = request.needs().json(desk.shape().features());
        if (!derived.isEmpty()) {
            root.set("derivedValues", derived);
        }
        leftOut(root, request);
        targets(root, request);
        gates(root, request);
        root.putObject("signature")
                .put("algorithm", BundleSignature.ALGORITHM)
                .put("fingerprint", request.key().fingerprint());
        ArrayNode list = root.putArray("files");
        files.forEach((name, text) -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            list.addObject().put("name", name).put("bytes", bytes.length).put("sha256", BundleFolder.sha256(bytes));
        });
        return Json.writePretty(root);
    }

    private static void leftOut(ObjectNode root, ExportRequest request) {
        List<String> kinds =
                LeftOutModels.of(request.desk().setup().models().byKind().keySet());
        if (!kinds.isEmpty()) {
            kinds.forEach(root.putArray("modelsLeftOut")::add);
        }
    }

    private static void targets(ObjectNode root, ExportRequest request) {
        if (!request.targets().isEmpty()) {
            ArrayNode targets = root.putArray("targets");
            request.targets()
                    .forEach(target ->
                            targets.addObject().put("name", target.name()).put("format", target.format()));
        }
    }

    /// What was found is only counted: it may name users.
    private static void gates(ObjectNode root, ExportRequest request) {
        ArrayNode gates = root.putArray("gates");
        request.gates().stream()
                .filter(gate -> gate.state() != Gate.State.LATER)
                .forEach(gate -> gates.addObject()
                        .put("gate", gate.id())
                        .put("state", gate.state().name().toLowerCase(Locale.ROOT))
                        .put("findings", gate.findings().size()));
        if (!request.waivers().isEmpty()) {
            ArrayNode waivers = root.putArray("waivers");
            request.waivers()
                    .forEach(waiver -> waivers.addObject()
                            .put("gate", waiver.gate())
                            .put("reason", waiver.reason())
                            .put("author", waiver.author())
                            .put("at", waiver.at().toString()));
        }
    }

    private static void data(ObjectNode node, DecisionBasis basis) {
        node.put("hash", basis.hash());
        basis.span()
                .ifPresent(span -> node.put("from", span.from().toString())
                        .put("to", span.to().toString()));
        node.put("events", basis.events())
                .put("users", basis.users())
                .put("usersWithoutConsent", basis.withoutConsent())
                .put("items", basis.items());
    }

    private static void counts(ObjectNode node, ExportRequest request, int goldenDecisions) {
        node.put("rules", request.ruleSet().rules().size());
        node.put("segments", request.desk().segments().size());
        node.put("features", request.desk().shape().features().features().size());
        node.put("goldenDecisions", goldenDecisions);
    }

    /// Where a model comes from, without anything that changes between two trainings of the same.
    static ObjectNode provenance(Provenance provenance) {
        ObjectNode node = Json.mapper().createObjectNode();
        ObjectNode options = node.putObject("options");
        provenance.options().forEach(options::put);
        node.put("seed", provenance.seed())
                .put("dataHash", provenance.dataHash())
                .put("rows", provenance.rows())
                .put("from", provenance.window().from().toString())
                .put("to", provenance.window().to().toString())
                .put("madeAt", provenance.madeAt());
        return node;
    }
}
