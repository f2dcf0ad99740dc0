package app.attune.cli;

import app.attune.core.Counted;
import app.attune.core.ItemId;
import app.attune.core.ProblemException;
import app.attune.core.UserId;
import app.attune.core.json.Json;
import app.attune.decide.DecidedItem;
import app.attune.decide.Decision;
import app.attune.decide.DecisionDesk;
import app.attune.decide.DecisionSetup;
import app.attune.decide.Preview;
import app.attune.decide.PreviewJson;
import app.attune.decide.PreviewService;
import app.attune.decide.Stage;
import app.attune.decide.Strategy;
import app.attune.decide.StrategyJson;
import app.attune.decide.StrategyWords;
import app.attune.decide.TestOfPreview;
import app.attune.rules.ContextWords;
import app.attune.rules.DecisionTest;
import app.attune.rules.DecisionTestJson;
import app.attune.rules.KeptTests;
import app.attune.rules.RequestContext;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "preview",
        description = "Shows what one user would get, and why.",
        footer = {
            "",
            "Examples:",
            "  attune preview shop u00042",
            "  attune preview shop --random --segment vip --seed 7 --json",
            "  attune preview shop u00042 --placement cart --device phone --basket 12,31 --basket-total 59.9",
            "  attune preview shop u00042 --stages --why-not 31",
            "  attune preview shop u00042 --deletion-test",
            "  attune preview shop u00042 --compare-model popularity-1 --compare-rules 2",
            "  attune preview shop u00042 --set country=DE --add-event purchase:31 --what-if-time 2026-12-01",
            "  attune preview shop u00042 --placement cart --keep-test",
            "  attune preview shop u00042 --shown offer-spring=2026-08-01T10:00:00Z"
        })
final class PreviewCommand extends WorkspaceCommand {
    @Parameters(index = "1", arity = "0..1", paramLabel = "USER", description = "The user's id.")
    @Nullable
    private String user;

    @Option(names = "--random", description = "Any user instead.")
    private boolean random;

    @Option(names = "--segment", paramLabel = "ID", description = "With --random: a user of this segment.")
    @Nullable
    private String segment;

    @Option(
            names = "--seed",
            description = "With --random: another seed, another user (default 1).",
            defaultValue = "1")
    private long seed;

    @Option(names = "--as-of", paramLabel = "TIME", description = "When; midnight after the last event if not given.")
    @Nullable
    private String asOf;

    @Option(names = "--length", description = "Of the list (default 10).", defaultValue = "10")
    private int length = DecisionSetup.LENGTH;

    @Option(names = "--stages", description = "How the list came about: items in and out of each stage, and why.")
    private boolean stages;

    @Option(
            names = "--why-not",
            paramLabel = "ITEM",
            description = "Why an item is not on the list: where it ended, by which rule. Can be given several times.")
    private List<String> whyNot = List.of();

    @Option(
            names = "--keep-test",
            description = "Keeps a test of the rules: that this user, then and in this request, gets the offer, pinned"
                    + " items and rules shown now. attune rule test runs it; what a model chose is not part of it.")
    private boolean keeps;

    @Mixin
    private ContextOptions context = new ContextOptions();

    @Mixin
    private ShownOptions shown = new ShownOptions();

    @Mixin
    private BesideOptions beside = new BesideOptions();

    @Mixin
    private DeletionOptions deletion = new DeletionOptions();

    PreviewCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Report run(Services services) {
        Words.requireLength(length);
        if (keeps && length != DecisionSetup.LENGTH) {
            throw ProblemException.of(
                    "cli.bad-option",
                    "Tests are run with lists of " + DecisionSetup.LENGTH + " items, not of " + length + ".",
                    "Leave out --length, or --keep-test.");
        }
        if (segment != null) {
            services.segments().require(Words.segment(segment));
        }
        DecisionDesk desk = services.decisions().desk(asOf(services, asOf), length, progress());
        PreviewService previews = new PreviewService(desk, services.decisions().others());
        RequestContext asked = context.context(services, desk.catalogue(), this::warn);
        Preview preview = previews.preview(who(previews), asked.with(shown.shown()));
        List<String> lines = new ArrayList<>(lines(preview));
        ObjectNode json = PreviewJson.write(preview);
        account(preview, previews.words(preview), lines, json);
        beside.add(previews, preview, progress(), lines, json);
        deletion.add(previews, preview, progress(), lines, json);
        if (keeps) {
            tell(new KeptTests(services.ruleDesk().tests()).keep(TestOfPreview.of(preview)), lines, json);
        }
        return Report.of(lines, json);
    }

    private static void tell(KeptTests.Kept kept, List<String> lines, ObjectNode json) {
        DecisionTest test = kept.test();
        lines.add("Kept the test \"" + test.name() + "\": expects " + test.expected() + ".");
        json.set("test", DecisionTestJson.write(test));
        kept.replaced().ifPresent(older -> {
            lines.add("It replaces \"" + older.name() + "\", which asked the same and expected " + older.expected()
                    + ". To have that back, put it in its place in what attune rule WORKSPACE tests --json says, and"
                    + " save the file with attune rule WORKSPACE test FILE:");
            lines.add(Json.write(DecisionTestJson.write(older)));
            json.set("replaced", DecisionTestJson.write(older));
        });
    }

    /// What was asked for of how the list came about.
    private void account(Preview preview, StrategyWords words, List<String> lines, ObjectNode json) {
        Strategy strategy = preview.strategy();
        if (stages) {
            lines.add("Stages");
            strategy.stages().stream()
                    .map(stage -> line(stage, words.of(stage)))
                    .forEach(lines::add);
            json.set("strategy", StrategyJson.write(strategy));
        }
        for (String typed : whyNot) {
            ItemId item = Words.checked(() -> new ItemId(typed));
            lines.add(words.whyNot(item));
            json.withArray("whyNot").add(StrategyJson.write(typed, strategy.fate(item)));
        }
    }

    private static String line(Stage stage, String done) {
        return String.format(
                        Locale.ENGLISH,
                        "  %-11s %,8d in %,8d out  %s",
                        StrategyWords.name(stage.name()),
                        stage.in(),
                        stage.out(),
                        done)
                .stripTrailing();
    }

    private UserId who(PreviewService previews) {
        if (user != null) {
            String typed = user;
            return Words.checked(() -> new UserId(typed));
        }
        if (!random) {
            throw ProblemException.of("cli.missing-argument", "Whose preview?", "Name a user, or ask for --random.");
        }
        return segment == null ? previews.random(seed) : previews.random(Words.segment(segment), seed);
    }

    static List<String> lines(Preview preview) {
        List<String> lines = new ArrayList<>();
        lines.add("User " + preview.user() + " as of " + preview.asOf() + ", "
                + Counted.of(preview.timeline().events(), "event") + ", consent to personalisation: "
                + DecisionWords.consent(preview.consent()));
        lines.add(preview.segments().isEmpty() ? "Segments: none are defined" : "Segments");
        for (Preview.Standing standing : preview.segments()) {
            lines.add("  " + (standing.explanation().matched() ? "in   " : "out  ")
                    + standing.segment().name() + ": " + DecisionWords.because(standing.explanation()));
        }
        Decision decision = preview.decision();
        lines.add(decision.rules().isEmpty() ? "Rules: none are defined" : "Rules");
        decision.rules().stream()
                .map(trace -> "  " + DecisionWords.of(trace, preview))
                .forEach(lines::add);
        if (!decision.context().isEmpty()) {
            lines.add("Request: " + ContextWords.of(decision.context(), preview::itemName));
        }
        decision.rulesOff().map(DecisionWords::of).ifPresent(lines::add);
        decision.offers().forEach(offer -> lines.add("Offer " + offer.code() + " (" + offer.text() + ")"));
        lines.add("Items: " + DecisionWords.of(decision));
        decision.items().stream().map(item -> line(preview, item)).forEach(lines::add);
        return lines;
    }

    private static String line(Preview preview, DecidedItem item) {
        return String.format(
                Locale.ROOT,
                "  %2d. %-8s %-40s %8.4f  %s",
                item.place(),
                item.item(),
                preview.itemName(item.item()),
                item.score(),
                item.sentence());
    }
}
