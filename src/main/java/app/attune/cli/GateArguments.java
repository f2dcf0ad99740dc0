package app.attune.cli;

import app.attune.core.ProblemException;
import app.attune.export.ExportService;
import app.attune.export.GateOptions;
import app.attune.export.Waiver;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/// What the words of `attune export` say of gates.
final class GateArguments {
    @Option(
            names = "--waive",
            paramLabel = "GATE=REASON",
            description = "Exports although the gate conflicts, examples, size or review is closed. Repeatable; the"
                    + " reason, in 10 characters or more, and your name go into the bundle.")
    private List<String> waive = List.of();

    @Option(
            names = "--min-segment",
            paramLabel = "USERS",
            description = "Users that the segment of an active rule must have; 30 unless given.")
    private int minimum = GateOptions.MINIMUM_SEGMENT;

    @Option(names = "--author", paramLabel = "NAME", description = "Who waives; who is logged in unless given.")
    private String author = System.getProperty("user.name", "analyst");

    /// @throws ProblemException `cli.bad-option`, and as [ExportService#waive]
    GateOptions read(ExportService exports) {
        Map<String, Waiver> waivers = new LinkedHashMap<>();
        for (String words : waive) {
            int at = words.indexOf('=');
            if (at < 1) {
                throw ProblemException.of(
                        "cli.bad-option",
                        "--waive " + words + " gives no reason.",
                        "Write the gate and why, such as --waive \"size=a test shop has few users\".");
            }
            String gate = words.substring(0, at).strip();
            waivers.put(gate, exports.waive(gate, words.substring(at + 1), author));
        }
        return new GateOptions(minimum, List.copyOf(waivers.values()));
    }
}
