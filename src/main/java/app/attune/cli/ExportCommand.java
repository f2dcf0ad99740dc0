package app.attune.cli;

import app.attune.core.Counted;
import app.attune.core.json.Json;
import app.attune.export.ExportService;
import app.attune.export.ExportedBundle;
import app.attune.export.GateOptions;
import app.attune.export.RuleTargets;
import app.attune.export.UserLists;
import app.attune.export.flags.RuleTarget;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "export",
        description = "Writes a bundle for the server team, with golden decisions that prove it.",
        footer = {
            "",
            "Examples:",
            "  attune export shop --out bundle-2026-11",
            "  attune export shop --out bundle-2026-11 --target flagd --target growthbook",
            "  attune export shop --out bundle-2026-11 --waive \"review=approved by mail, ticket 812\""
        })
final class ExportCommand extends WorkspaceCommand {
    @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "A folder that is not there yet.")
    @Nullable
    private Path out;

    @Option(names = "--with-users", description = "Adds every user's list: real user ids leave this machine.")
    private boolean withUsers;

    @Option(
            names = "--target",
            paramLabel = "NAME",
            description =
                    "Adds flags for another engine: jsonlogic, growthbook, flagd, unleash, dmn, drl, sql or unomi. Repeatable."
                            + " What one cannot express is refused.")
    private List<String> targets = List.of();

    @Mixin
    private final GateArguments gates = new GateArguments();

    ExportCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Report run(Services services) {
        UserLists lists = withUsers ? UserLists.INCLUDED : UserLists.LEFT_OUT;
        List<RuleTarget> chosen =
                targets.stream().distinct().map(RuleTargets::named).toList();
        GateOptions options = gates.read(services.exports());
        ExportedBundle bundle = services.exports()
                .export(Words.given(out, "--out"), new ExportService.Choice(lists, chosen, options), progress());
        List<String> lines = new ArrayList<>(bundle.notes().stream()
                .map(note -> note.message() + " " + note.remedy())
                .toList());
        lines.addAll(List.of(
                "Wrote " + bundle.folder() + ": " + Counted.of(bundle.files(), "file") + ", "
                        + Words.number(bundle.bytes() / 1024) + " KiB, " + Counted.of(bundle.rules(), "rule") + ", "
                        + Counted.of(bundle.segments(), "segment") + ", "
                        + Counted.of(bundle.vectors(), "golden decision") + ".",
                Words.number(bundle.withoutConsent())
                        + " users have not agreed to personalisation and get popular items only.",
                "SHA-256 " + bundle.hash(),
                "Signed by the key " + bundle.fingerprint(),
                "Anybody can check it: attune verify " + bundle.folder()));
        chosen.forEach(target -> lines.add("Flags for " + target.name() + " (" + target.format() + ") are in targets/"
                + target.name() + "; context.json there says what each user's context holds."));
        lines.addAll(waivers(bundle, options));
        return Report.of(lines, json(bundle, chosen));
    }

    private static List<String> waivers(ExportedBundle bundle, GateOptions options) {
        return options.waivers().stream()
                .map(waiver -> bundle.waivers().contains(waiver)
                        ? "Waived the gate " + waiver.gate() + ", by " + waiver.author() + ": " + waiver.reason()
                        : "The gate " + waiver.gate() + " is open; its waiver was not needed and is not in the bundle.")
                .toList();
    }

    private static ObjectNode json(ExportedBundle bundle, List<RuleTarget> chosen) {
        ObjectNode json = Json.mapper()
                .createObjectNode()
                .put("folder", bundle.folder().toString())
                .put("hash", bundle.hash())
                .put("files", bundle.files())
                .put("bytes", bundle.bytes())
                .put("rules", bundle.rules())
                .put("segments", bundle.segments())
                .put("usersWithoutConsent", bundle.withoutConsent())
                .put("vectors", bundle.vectors())
                .put("notes", bundle.notes().size());
        json.put("fingerprint", bundle.fingerprint());
        ArrayNode waived = json.putArray("waived");
        bundle.waivers().forEach(waiver -> waived.add(waiver.gate()));
        ArrayNode names = json.putArray("targets");
        chosen.forEach(target -> names.add(target.name()));
        return json;
    }
}
