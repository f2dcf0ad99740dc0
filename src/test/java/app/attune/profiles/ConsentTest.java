package app.attune.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.events.ConsentStatus;
import app.attune.events.EventsFixture;
import app.attune.profiles.store.H2ConsentStore;
import app.attune.segments.Condition;
import app.attune.segments.ConsentCondition;
import app.attune.segments.SegmentEvaluator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roaringbitmap.RoaringBitmap;

class ConsentTest {
    private static final String PURPOSE = Consents.PERSONALISATION;
    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
    private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");

    @TempDir
    Path folder;

    private static Consents consents(EventsFixture events) {
        return events.people().consents();
    }

    private static int user(EventsFixture events, String id) {
        return events.people().events().users().find(id).orElseThrow();
    }

    @Test
    void aStatusCountsFromItsTimeAndARefusalAtAllTimes() throws IOException {
        try (EventsFixture events = new EventsFixture()) {
            events.importText(folder, """
                    user_id,consent_personalisation,consent_personalisation_at
                    a,granted,2026-06-01
                    b,granted,2026-01-01
                    b,revoked,2026-09-01
                    c,denied,2026-01-01
                    c,granted,2026-06-01
                    d,,
                    e,granted,
                    """);
            Consents consents = consents(events);
            assertEquals(Optional.empty(), consents.status(PURPOSE, user(events, "a"), MAY));
            assertFalse(consents.allows(PURPOSE, user(events, "a"), MAY));
            assertTrue(consents.allows(PURPOSE, user(events, "a"), JULY));
            assertEquals(Optional.of(ConsentStatus.REVOKED), consents.status(PURPOSE, user(events, "b"), JULY));
            assertFalse(consents.allows(PURPOSE, user(events, "b"), JULY), "taken back since");
            assertFalse(consents.allows(PURPOSE, user(events, "c"), MAY));
            assertTrue(consents.allows(PURPOSE, user(events, "c"), JULY));
            assertFalse(consents.allows(PURPOSE, user(events, "d"), JULY), "nothing said is not granted");
            assertTrue(consents.allows(PURPOSE, user(events, "e"), MAY));
            assertEquals(2, consents.withheld(PURPOSE, JULY).getCardinality());
            assertEquals(2, consents.withheldAmong(RoaringBitmap.bitmapOfRange(0, 5), PURPOSE, JULY));
            consents.withheld(PURPOSE, JULY)
                    .forEach((int user) ->
                            assertEquals(1, consents.withheldAmong(RoaringBitmap.bitmapOf(user), PURPOSE, JULY)));
        }
    }

    @Test
    void theLaterLoadedStatementWithoutATimeCounts() throws IOException {
        try (EventsFixture events = new EventsFixture()) {
            events.importText(folder, "user_id,consent_personalisation\na,yes\nb,no\n");
            assertTrue(consents(events).allows(PURPOSE, 0, MAY));
            events.importText(folder, "user_id,consent_personalisation\na,no\nb,yes\n");
            assertFalse(consents(events).allows(PURPOSE, user(events, "a"), MAY));
            assertTrue(consents(events).allows(PURPOSE, user(events, "b"), MAY));
        }
    }

    @Test
    void aPersonAgreesOnlyIfNoneOfTheirIdsRefusesLater() throws IOException {
        try (PeopleFixture fixture = new PeopleFixture()) {
            fixture.log.importText(folder, """
                    user_id,email,consent_personalisation,consent_personalisation_at
                    a1,a@x.org,granted,2026-01-01
                    a2,a@x.org,revoked,2026-06-01
                    b1,b@x.org,denied,2026-01-01
                    b2,b@x.org,granted,2026-06-01
                    c1,c@x.org,denied,
                    c2,c@x.org,granted,2026-06-01
                    """);
            fixture.identity.save(IdentityRules.linking(java.util.List.of("email")), "test", "");
            Population people = fixture.people();
            assertEquals(3, people.size());
            assertEquals(
                    3, people.knownAt(Instant.EPOCH).getCardinality(), "a file without times says nothing of when");
            assertFalse(people.consents().allows(PURPOSE, 0, JULY), "taken back under another id");
            assertTrue(people.consents().allows(PURPOSE, 1, JULY), "agreed later under another id");
            assertFalse(people.consents().allows(PURPOSE, 2, JULY), "who knows when it was denied");
            assertEquals(
                    "REVOKED",
                    people.attribute("consent_personalisation").orElseThrow().display(0));
        }
    }

    @Test
    void aDeclarationCountsWhereNothingIsSaidAndIsKept() throws IOException {
        try (PeopleFixture fixture = new PeopleFixture()) {
            fixture.log.importText(folder, "user_id,consent_personalisation\na,no\nb,\n");
            ConsentService service = new ConsentService(new H2ConsentStore(fixture.log.database), EventsFixture.CLOCK);
            PopulationService populations =
                    new PopulationService(fixture.builder, fixture.identity::rules, service::basis);
            assertFalse(populations.current(Progress.none()).consents().allows(PURPOSE, 1, MAY));
            assertEquals(
                    "consent.no-reason",
                    assertThrows(ProblemException.class, () -> service.declare(ConsentBasis.ALL_AGREED, " ", "ann"))
                            .problem()
                            .code());
            SegmentEvaluator evaluator = new SegmentEvaluator();
            assertEquals(List.of(), agreeing(evaluator, populations));
            service.declare(ConsentBasis.ALL_AGREED, "Terms of 2026", "ann");
            assertEquals(List.of(1), agreeing(evaluator, populations));
            Consents declared = populations.current(Progress.none()).consents();
            assertTrue(declared.allows(PURPOSE, 1, MAY));
            assertFalse(declared.allows(PURPOSE, 0, MAY), "a refusal stands");
            service.declare(ConsentBasis.NONE, "", "ann");
            assertFalse(populations.current(Progress.none()).consents().allows(PURPOSE, 1, MAY));
            assertEquals(List.of(), agreeing(evaluator, populations));
            assertEquals(2, service.versions().size());
            assertEquals("Terms of 2026", service.versions().get(1).reason());
            assertEquals("ann", service.versions().get(1).author());
        }
    }

    private static List<Integer> agreeing(SegmentEvaluator evaluator, PopulationService populations) {
        Condition agrees = new ConsentCondition(PURPOSE, ConsentCondition.Consented.GRANTED);
        return evaluator.members(agrees, populations.current(Progress.none()), Instant.MAX, Progress.none()).stream()
                .boxed()
                .toList();
    }

    @Test
    void purposesFilesSpeakOfAreNamedWherePersonalisationIsNoneOfThem() {
        assertEquals("No file says who agreed to personalisation", ConsentWords.missing(Set.of()));
        assertEquals(
                "Files say who agreed to a, b and c, but none says who agreed to personalisation",
                ConsentWords.missing(Set.of("c", "a", "b")));
    }

    @Test
    void usersWithoutEventsAreSeenAtMidnightAfterTheirImport() throws IOException {
        try (EventsFixture events = new EventsFixture()) {
            assertEquals(Instant.EPOCH, events.people().defaultAsOf());
            events.importText(folder, "user_id,country\na,DE\n");
            Instant loaded = EventsFixture.CLOCK.instant();
            Instant asOf = events.people().defaultAsOf();
            assertEquals(asOf, asOf.truncatedTo(ChronoUnit.DAYS));
            assertTrue(asOf.isAfter(loaded) && !asOf.isAfter(loaded.plus(1, ChronoUnit.DAYS)), asOf::toString);
        }
    }
}
