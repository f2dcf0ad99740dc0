package app.attune.cli;

import app.attune.core.Counted;
import app.attune.core.ProblemException;
import app.attune.core.json.Json;
import app.attune.decide.UnknownUser;
import app.attune.events.Dictionary;
import app.attune.segments.Condition;
import app.attune.segments.ConditionJson;
import app.attune.segments.ConditionSentence;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentDraft;
import app.attune.segments.discover.BasketsFound;
import app.attune.segments.discover.BoughtTogether;
import app.attune.segments.discover.DiscoveryService;
import app.attune.segments.discover.Fidelity;
import app.attune.segments.discover.Habit;
import app.attune.segments.discover.Proposal;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "discover",
        description =
                "Proposes segments: what users of a group have in common, groups, habits, and items bought together.",
        footer = {
            "",
            "With --like or --users it looks for the rule of few rows that comes closest to those users; with --groups",
            "for groups of users who do about the same, each with such a rule; with --baskets for items that are in one",
            "order more often than by chance, and who bought only the one in fewer orders; with none of them for habits",
            "that go together more often than by chance. Precision is the share of the users meant who are in the group, recall the",
            "share of the group that is meant; stable says how much rules learned from resampled users mean the same.",
            "",
            "Examples:",
            "  attune discover shop",
            "  attune discover shop --groups 4",
            "  attune discover shop --like vip --rows 2",
            "  attune discover shop --baskets",
            "  attune discover shop --baskets --orders 20 --lift 2",
            "  attune discover shop --users best-customers.txt --save \"Like our best\""
        })
final class DiscoverCommand extends WorkspaceCommand {
    private static final long SEED = 7;
    private static final int ROWS = 3;

    @Option(names = "--like", paramLabel = "SEGMENT", description = "Describe the users of this segment.")
    @Nullable
    private String like;

    @Option(names = "--users", paramLabel = "FILE", description = "Describe the users in this file, one id a line.")
    @Nullable
    private Path users;

    @Option(names = "--groups", paramLabel = "N", description = "Look for so many groups, 2 to 12.")
    @Nullable
    private Integer groups;

    @Mixin
    private final BasketOptions baskets = new BasketOptions();

    @Option(
            names = "--share",
            paramLabel = "SHARE",
            description = "For habits: of at least this share of the users, 0.05 if not given.")
    @Nullable
    private Double share;

    @Option(names = "--rows", paramLabel = "N", description = "At most so many rows in a rule, 1 to 8; 3 if not given.")
    @Nullable
    private Integer rows;

    @Option(names = "--as-of", paramLabel = "TIME", description = "When; midnight after the last event if not given.")
    @Nullable
    private String asOf;

    @Option(names = "--save", paramLabel = "NAME", description = "Save the first proposal as a segment.")
    @Nullable
    private String save;

    DiscoverCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Report run(Services services) {
        requireOneAim();
        DiscoveryService.Asked asked = new DiscoveryService.Asked(asOf(services, asOf), rows(), SEED);
        List<String> lines = new ArrayList<>();
        ArrayNode array = Json.mapper().createArrayNode();
        List<Condition> found;
        if (baskets.isAsked()) {
            found = baskets(services, asked, lines, array);
        } else if (isForHabits()) {
            found = habits(services, asked, lines, array);
        } else {
            found = proposals(services, asked, lines, array);
        }
        if (save != null) {
            lines.add(save(services, found, save));
        }
        lines.add(asOfWords(services, asked.asOf()));
        return Report.of(lines, array);
    }

    private int rows() {
        return rows == null ? ROWS : rows;
    }

    private boolean isForHabits() {
        return !baskets.isAsked() && like == null && users == null && groups == null;
    }

    /// Whatever is given must be heeded.
    private void requireOneAim() {
        long aims = Stream.of(like, users, groups, baskets.isAsked() ? "" : null)
                .filter(Objects::nonNull)
                .count();
        if (aims > 1) {
            throw ProblemException.of(
                    "cli.one-of",
                    "--like, --users, --groups and --baskets ask for different things.",
                    "Give one of them.");
        }
        requireUnless(baskets.isLimited() && !baskets.isAsked(), "--orders, --items and --lift are of --baskets.");
        requireUnless(
                share != null && !isForHabits(),
                "--share is of habits: without --like, --users, --groups or --baskets.");
        requireUnless(
                rows != null && (baskets.isAsked() || isForHabits()), "--rows is of --like, --users and --groups.");
    }

    private static void requireUnless(boolean unheeded, String message) {
        if (unheeded) {
            throw ProblemException.of(
                    "cli.not-together",
                    message,
                    "Leave it out, or ask for what it is of; attune discover --help shows examples.");
        }
    }

    private static DiscoveryService discovery(Services services) {
        return new DiscoveryService(services.segments());
    }

    private List<Condition> habits(
            Services services, DiscoveryService.Asked asked, List<String> lines, ArrayNode array) {
        List<Habit> habits = discovery(services).habits(share == null ? 0.05 : share, asked, progress());
        for (Habit habit : habits) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%,d users, %.1f times as many as by chance: %s.",
                    habit.users(),
                    habit.lift(),
                    ConditionSentence.byId().of(habit.condition())));
            array.addObject()
                    .put("users", habit.users())
                    .put("expected", habit.expected())
                    .put("lift", habit.lift())
                    .set("condition", ConditionJson.node(habit.condition()));
        }
        if (habits.isEmpty()) {
            lines.add("Nothing goes together more often than by chance. A smaller --share may find something.");
        }
        return habits.stream().map(Habit::condition).toList();
    }

    private List<Condition> baskets(
            Services services, DiscoveryService.Asked asked, List<String> lines, ArrayNode array) {
        BasketsFound found = discovery(services).baskets(baskets.limits(), asked.asOf(), progress());
        lines.addAll(BasketWords.lines(found, baskets.limits()));
        BasketWords.write(found, array);
        return found.pairs().stream().map(BoughtTogether::condition).toList();
    }

    private List<Condition> proposals(
            Services services, DiscoveryService.Asked asked, List<String> lines, ArrayNode array) {
        List<Proposal> proposals = proposals(services, asked);
        for (Proposal proposal : proposals) {
            lines.addAll(words(proposal));
            array.add(json(proposal));
        }
        return proposals.stream().map(Proposal::condition).toList();
    }

    private List<Proposal> proposals(Services services, DiscoveryService.Asked asked) {
        if (groups != null) {
            return discovery(services).clusters(groups, asked, progress());
        }
        if (like != null) {
            SegmentDefinition segment = services.segments().require(Words.segment(like));
            return List.of(discovery(services).like(segment, asked, progress()));
        }
        Path file = Words.given(users, "--users");
        return List.of(discovery(services)
                .group(String.valueOf(file.getFileName()), listed(services, file), asked, progress()));
    }

    private RoaringBitmap listed(Services services, Path file) {
        Dictionary known = services.populations().current(progress()).events().users();
        RoaringBitmap listed = new RoaringBitmap();
        Words.textOf(file)
                .lines()
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .forEach(id -> listed.add(known.find(id).orElseThrow(() -> UnknownUser.of(id, known))));
        return listed;
    }

    private List<String> words(Proposal proposal) {
        List<String> lines = new ArrayList<>();
        Fidelity fidelity = proposal.fidelity();
        if (!proposal.isSaid()) {
            lines.add(proposal.name() + " cannot be said in " + Counted.of(rows(), "row") + "; this comes closest:");
        }
        lines.add(proposal.name() + ", " + Words.number(fidelity.group()) + " users: "
                + ConditionSentence.byId().of(proposal.condition()) + ".");
        lines.add(String.format(
                Locale.ROOT,
                "  means %,d users; precision %s, recall %s, stable %s",
                fidelity.meant(),
                Words.share(fidelity.precision()),
                Words.share(fidelity.recall()),
                Words.share(proposal.stability())));
        proposal.earlier()
                .ifPresent(then -> lines.add(String.format(
                        Locale.ROOT,
                        "  four weeks before: %,d in the group; precision %s, recall %s",
                        then.group(),
                        Words.share(then.precision()),
                        Words.share(then.recall()))));
        return lines;
    }

    private static ObjectNode json(Proposal proposal) {
        ObjectNode node = Json.mapper()
                .createObjectNode()
                .put("name", proposal.name())
                .put("said", proposal.isSaid())
                .put("stability", proposal.stability());
        node.set("now", json(proposal.fidelity()));
        proposal.earlier().ifPresent(then -> node.set("earlier", json(then)));
        node.set("condition", ConditionJson.node(proposal.condition()));
        return node;
    }

    private static ObjectNode json(Fidelity fidelity) {
        return Json.mapper()
                .createObjectNode()
                .put("group", fidelity.group())
                .put("meant", fidelity.meant())
                .put("both", fidelity.both())
                .put("precision", fidelity.precision())
                .put("recall", fidelity.recall());
    }

    private String save(Services services, List<Condition> found, String name) {
        Condition first = found.stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        "discover.nothing", "There is no proposal to save.", "Ask for others, or leave --save out."));
        SegmentDraft draft =
                Words.checked(() -> new SegmentDraft(services.segments().suggestId(name), name, first));
        SegmentDefinition saved = new SegmentSaving(services, progress(), this::warn).save(draft, "Discovered");
        return "Saved " + saved.id() + " version " + saved.version() + ".";
    }
}
