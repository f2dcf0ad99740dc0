package app.attune.export.ui;

import app.attune.core.Problem;
import app.attune.decide.ProfileDesk;
import app.attune.export.ExportDraft;
import app.attune.export.ExportLog;
import app.attune.export.ExportService;
import app.attune.export.GeneratedShop;
import app.attune.export.KeyFolder;
import app.attune.export.MadeValue;
import app.attune.export.RuleChecks;
import app.attune.rules.RuleSentence;
import app.attune.rules.RuleSet;
import app.attune.segments.SegmentDefinition;
import app.attune.ui.Destination;
import app.attune.ui.FakeDialogs;
import app.attune.ui.Tasks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// An export screen's surroundings with a generated shop, a log in memory and answers prepared.
final class Counter implements ExportLog {
    static final ProfileDesk DESK = GeneratedShop.desk(5, 200);

    private static final RuleSentence SENTENCES = new RuleSentence(
            id -> DESK.segments().stream()
                    .filter(segment -> segment.id().equals(id))
                    .map(SegmentDefinition::name)
                    .findFirst()
                    .orElse(id.value()),
            item -> DESK.catalogue().name(item));

    final FakeDialogs dialogs = new FakeDialogs();
    final List<Destination> visited = new ArrayList<>();
    final List<Path> opened = new ArrayList<>();
    final List<Entry> log = new ArrayList<>();
    List<MadeValue> made = List.of(new MadeValue(
            MadeValue.USER, "users who share one of email are one person", new TreeMap<>(), Optional.empty()));
    List<Problem> ruleProblems = List.of();
    ProfileDesk desk = DESK;
    RuleChecks checks = RuleChecks.none();
    Optional<RuleSet> rules =
            Optional.of(new RuleSet(3, GeneratedShop.program(), "ana", "for the tests", GeneratedShop.AS_OF));

    ExportContext context(Path folder, Tasks tasks) {
        ExportService service = new ExportService(
                this,
                progress -> new ExportDraft(
                        "A shop",
                        rules,
                        List.of(),
                        ruleProblems,
                        checks,
                        List.of("item-knn", "popularity"),
                        GeneratedShop.needs(made),
                        SENTENCES,
                        () -> desk),
                new KeyFolder(folder.resolve("keys")),
                GeneratedShop.CLOCK);
        return new ExportContext(service, folder, "ana", tasks, visited::add, dialogs, opened::add);
    }

    /// Nothing but rules that wait for a review.
    static RuleChecks reviewing(String... rules) {
        return new RuleChecks(
                List.of(), List.of(), List.of(), List.of(), List.of(), Map.of(), List.of(rules), List.of());
    }

    @Override
    public List<Entry> entries() {
        return log.reversed();
    }

    @Override
    public void add(Entry entry) {
        log.add(entry);
    }
}
