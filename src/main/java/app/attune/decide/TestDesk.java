package app.attune.decide;

import app.attune.core.Progress;
import app.attune.rules.DecisionTest;
import app.attune.rules.Personalisation;
import app.attune.rules.RuleProgram;
import app.attune.rules.TestedDecisions;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Decides what tests of rules ask for, on one desk for each time they ask of. Not thread-safe.
public final class TestDesk implements TestedDecisions {
    private final DecisionService service;
    private final Map<Optional<Instant>, DecisionDesk> desks = new HashMap<>();

    public TestDesk(DecisionService service) {
        this.service = service;
    }

    @Override
    public Optional<Got> decide(RuleProgram program, DecisionTest.Asked asked, Progress progress) {
        DecisionDesk desk = desks.computeIfAbsent(
                asked.at(),
                at -> at.map(time -> service.desk(time, DecisionSetup.LENGTH, progress))
                        .orElseGet(() -> service.desk(progress)));
        return decide(desk.under(program), asked).map(TestDesk::got);
    }

    private static Optional<Decision> decide(DecisionDesk desk, DecisionTest.Asked asked) {
        return switch (asked.who()) {
            case DecisionTest.Who.Known known ->
                desk.setup().population().events().users().find(known.user().value()).stream()
                        .mapToObj(userIdx -> desk.decide(userIdx, asked.context()))
                        .findFirst();
            case DecisionTest.Who.Invented invented ->
                Optional.of(desk.decide(new DecisionCase(
                        invented.user(),
                        new HashSet<>(invented.segments()),
                        Personalisation.ALLOWED,
                        List.of(),
                        desk.setup().asOf(),
                        asked.context(),
                        BoundItems.none())));
        };
    }

    private static Got got(Decision decision) {
        return new Got(
                decision.offers().stream().map(DecidedOffer::code).toList(),
                decision.items().stream().map(DecidedItem::item).toList(),
                decision.rules());
    }
}
