package app.attune.prove;

import app.attune.core.Counted;
import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/// Writes certificates, for programs and for people.
public final class CertificateFile {
    private static final int FORMAT = 1;

    private CertificateFile() {}

    public static ObjectNode json(Certificate certificate) {
        ObjectNode root = Json.mapper().createObjectNode();
        root.put("format", FORMAT)
                .put("bundle", certificate.bundle())
                .put("bundleHash", certificate.bundleHash())
                .put("at", certificate.at().toString())
                .put("proved", certificate.isProved())
                .put("seed", certificate.seed())
                .put("flags", certificate.flags())
                .put("java", System.getProperty("java.version"));
        ObjectNode cases = root.putObject("cases");
        certificate.cases().forEach((kind, count) -> cases.put(kind.word(), count));
        ArrayNode engines = root.putArray("engines");
        certificate.runs().forEach(run -> engines.add(json(run)));
        return root;
    }

    private static ObjectNode json(EngineRun run) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("engine", run.engine())
                .put("version", run.version())
                .put("runtime", run.runtime())
                .put("target", run.target())
                .put("cases", run.cases())
                .put("differing", run.differing());
        run.problem()
                .ifPresent(problem -> node.putObject("notRun")
                        .put("message", problem.message())
                        .put("remedy", problem.remedy()));
        ArrayNode differences = node.putArray("differences");
        run.differences()
                .forEach(one -> differences
                        .addObject()
                        .put("case", one.kind().word())
                        .put("flag", one.flag())
                        .put("expected", one.expected())
                        .put("got", one.got())
                        .put("context", one.context()));
        return node;
    }

    /// One line for each engine, then the first differences.
    public static List<String> lines(Certificate certificate) {
        List<String> lines = new ArrayList<>();
        lines.add((certificate.isProved() ? "Proved: " : "NOT PROVED: ")
                + Counted.of(certificate.allCases(), "case") + " of " + Counted.of(certificate.flags(), "flag")
                + " each, seed " + certificate.seed() + ".");
        List<String> kinds = new ArrayList<>();
        certificate.cases().forEach((kind, count) -> kinds.add(Counted.of(count, kind.word(), kind.word())));
        lines.add("Cases: " + String.join(", ", kinds) + ".");
        certificate.runs().forEach(run -> lines.add("  " + line(run)));
        for (EngineRun run : certificate.runs()) {
            for (EngineRun.FlagDifference one : run.differences()) {
                lines.add("  " + run.engine() + ", " + one.kind().word() + ": " + one.flag() + " is " + one.got()
                        + " instead of " + one.expected() + " for " + one.context());
            }
        }
        lines.add("Bundle SHA-256 " + certificate.bundleHash());
        return lines;
    }

    private static String line(EngineRun run) {
        String name = run.engine()
                + (run.version().isEmpty() ? "" : " " + run.version())
                + (run.runtime().isEmpty() ? "" : " on " + run.runtime());
        return run.problem()
                .map(problem -> name + ": did not run. " + problem.message() + " " + problem.remedy())
                .orElseGet(() -> name + ": " + Counted.of(run.cases(), "case") + ", "
                        + Counted.of(run.differing(), "differs", "differ") + ".");
    }
}
