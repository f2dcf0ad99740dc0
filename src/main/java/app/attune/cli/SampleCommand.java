package app.attune.cli;

import app.attune.core.Counted;
import app.attune.core.json.Json;
import app.attune.events.sample.SampleGenerator;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "sample",
        description = "Writes the sample shop's files, with the truths planted in them in expected.json.",
        footer = {"", "Example:", "  attune sample --seed 7 --out my-sample"})
final class SampleCommand extends Command {
    @Option(
            names = "--seed",
            description = "Another seed, another shop (default: the bundled sample's).",
            defaultValue = "" + SampleGenerator.BUNDLED_SEED)
    private long seed;

    @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "Where the files go.")
    @Nullable
    private Path out;

    SampleCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Report run() {
        SampleGenerator.Summary made = SampleGenerator.write(
                seed, Words.given(out, "--out"), surroundings().progress());
        return Report.of(
                List.of("Wrote " + String.join(", ", made.files()) + " to " + made.directory() + ": "
                        + Counted.of(made.eventRows(), "event row") + ", " + Counted.of(made.users(), "user") + ", "
                        + Counted.of(made.items(), "item") + ", " + Words.number(made.bytes() / 1024) + " KiB."),
                Json.mapper()
                        .createObjectNode()
                        .put("seed", seed)
                        .put("folder", made.directory().toString())
                        .put("eventRows", made.eventRows())
                        .put("users", made.users())
                        .put("items", made.items())
                        .put("bytes", made.bytes()));
    }
}
