package app.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.export.ExportService;
import app.attune.export.ExportedBundle;
import app.attune.export.RuleTargets;
import app.attune.export.TargetComparison;
import app.attune.export.UserLists;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The sample shop's rules as flags of other engines.
final class SampleTargetsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T08:30:00Z"), ZoneOffset.UTC);

    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    private Path folder;

    @Test
    void everyTargetDecidesTheWholeSampleAsTheBundle() throws IOException {
        try (Services services = SampleWorkspace.open(folder.resolve("shop"), CLOCK, Progress.none())) {
            ExportService.Choice choice = new ExportService.Choice(UserLists.LEFT_OUT, RuleTargets.all());
            ExportedBundle bundle = services.exports().export(folder.resolve("bundle"), choice, Progress.none());
            TargetComparison.comparePopulation(
                    services.exports().draft(Progress.none()).desk().get(), bundle.folder());
            assertEquals(8, RuleTargets.all().size());
            assertTrue(Files.exists(bundle.folder().resolve("targets/unleash/features.json")));
        }
    }
}
