package app.attune.profiles;

import static app.attune.profiles.PeopleFixture.state;
import static app.attune.profiles.PeopleFixture.unlimited;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rules that change, and what their preview says of it.
class IdentityChangesTest {
    private static final int CASES = 12;

    @TempDir
    Path folder;

    @Test
    void aCutChangesWhatItsPreviewSaysAndRestoringIsExact() throws IOException {
        for (long seed = 0; seed < CASES; seed++) {
            try (PeopleFixture fixture = new PeopleFixture()) {
                fixture.events(folder, PlantedPeople.csv(new PlantedPeople(seed, 40).rows));
                List<String> raw = state(fixture.people());
                fixture.identity.save(unlimited(), "test", "");
                List<String> before = state(fixture.people());
                PersonMap persons = fixture.identity.persons(Progress.none());
                int largest = 0;
                for (int person = 0; person < persons.personCount(); person++) {
                    largest = persons.usersOf(person) > persons.usersOf(largest) ? person : largest;
                }
                PersonGraph graph = persons.graph(largest);
                IdentityRules cut = fixture.identity
                        .rules()
                        .without(graph.links().getFirst().identifier());
                IdentityChange change = fixture.identity.preview(cut, Progress.none());
                assertEquals(before, state(fixture.people()), "a preview changes nothing");
                fixture.identity.save(cut, "test", "");
                assertEquals(change.personsAfter(), fixture.people().size());
                assertTrue(change.personsAfter() >= change.personsBefore());
                assertEquals(0, change.merged());
                fixture.identity.restore(1, "test");
                assertEquals(before, state(fixture.people()), "seed " + seed);
                assertEquals(3, fixture.identity.versions().size());
                fixture.identity.restore(0, "test");
                assertEquals(raw, state(fixture.people()), "seed " + seed);
            }
        }
    }

    @Test
    void aPreviewCountsPersonsEventsAndSegments() throws IOException {
        try (PeopleFixture fixture = new PeopleFixture()) {
            fixture.events(folder, """
                    user,cookie,email,device,at,event,item
                    u1,,office@x.org,,2026-01-01,view,i1
                    u1,,,,2026-01-02,view,i1
                    u2,,office@x.org,,2026-01-03,view,i1
                    u3,,,,2026-01-04,view,i1
                    """);
            fixture.identity.save(PeopleFixture.ALL, "test", "");
            IdentityRules cut = fixture.identity
                    .rules()
                    .without(new IdentifierPair(Identifier.of("email:office@x.org"), Identifier.of("u2")));
            IdentityChange change = fixture.identity.preview(cut, Progress.none());
            assertEquals(2, change.personsBefore());
            assertEquals(3, change.personsAfter());
            assertEquals(1, change.split());
            assertEquals(1, change.eventsMoved());
            assertEquals(
                    List.of(
                            new IdentityChange.Part("u1", "u1", List.of("u1"), 2),
                            new IdentityChange.Part("u1", "u2", List.of("u2"), 1)),
                    change.parts());
            assertEquals(
                    List.of(
                            new IdentityChange.Count("1 events", 1, 2),
                            new IdentityChange.Count("2 events", 0, 1),
                            new IdentityChange.Count("3 events", 1, 0)),
                    change.segments());
        }
    }

    @Test
    void anotherOrderOfNamingRenamesPersonsAndMovesNoEvents() throws IOException {
        try (PeopleFixture fixture = new PeopleFixture()) {
            fixture.events(folder, """
                    user,cookie,email,device,at,event,item
                    u1,,a@x.org,,2026-01-01,view,i1
                    u2,,a@x.org,,2026-01-03,view,i1
                    u3,,b@x.org,,2026-01-04,view,i1
                    u4,,,,2026-01-04,view,i1
                    """);
            fixture.identity.save(PeopleFixture.ALL, "test", "");
            List<IdentifierRule> kinds = new ArrayList<>(PeopleFixture.ALL.kinds());
            kinds.add(IdentifierRule.of("user"));
            IdentityChange change =
                    fixture.identity.preview(fixture.identity.rules().withKinds(kinds), Progress.none());
            assertEquals(2, change.renamed());
            assertEquals(0, change.eventsMoved());
            assertEquals(List.of(), change.segments());
        }
    }

    @Test
    void ofPersonsWhoComeTogetherTheSmallerOneMoves() throws IOException {
        try (PeopleFixture fixture = new PeopleFixture()) {
            fixture.events(folder, """
                    user,cookie,email,device,at,event,item
                    u1,,a@x.org,,2026-01-01,view,i1
                    u2,,a@x.org,,2026-01-03,view,i1
                    u2,,,,2026-01-04,view,i1
                    """);
            IdentityChange change = fixture.identity.preview(PeopleFixture.ALL, Progress.none());
            assertEquals(1, change.merged());
            assertEquals(1, change.eventsMoved());
        }
    }

    @Test
    void whatWasCutIsJoinedAgain() {
        IdentifierPair pair = new IdentifierPair(Identifier.user("u1"), Identifier.of("email:a@x.org"));
        IdentityRules rules = PeopleFixture.ALL;
        assertEquals(rules, rules.without(pair).joining(pair, pair.one()));
        assertEquals(rules, rules.without(pair.one()).joining(pair, pair.one()));
        assertEquals(rules, rules.without(pair.other()).joining(pair, pair.one()));
    }

    @Test
    void joiningUndoesOnlyWhatKeepsTheTwoApart() {
        Identifier user = Identifier.of("user:ann");
        Identifier device = Identifier.of("device:tablet");
        IdentifierPair pair = new IdentifierPair(user, device);
        IdentityRules both =
                IdentityRules.linking(List.of("device")).without(user).without(device);
        IdentityRules cut = both.without(pair);
        assertEquals(both, cut.joining(pair, device), "the cut alone");
        assertEquals(List.of(user), both.joining(pair, device).forbidden());
        assertEquals(List.of(), both.joining(pair, device).joining(pair, device).forbidden());
    }
}
