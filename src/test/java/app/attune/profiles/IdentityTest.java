package app.attune.profiles;

import static app.attune.profiles.PeopleFixture.groups;
import static app.attune.profiles.PeopleFixture.state;
import static app.attune.profiles.PeopleFixture.unlimited;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.events.IdentifierReading;
import app.attune.profiles.store.H2ProfileStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityTest {
    private static final int CASES = 24;

    @TempDir
    Path folder;

    @Test
    void personsAreWhatAnIndependentSearchFinds() throws IOException {
        int merged = 0;
        for (long seed = 0; seed < CASES; seed++) {
            PlantedPeople planted = new PlantedPeople(seed, 5 + (int) seed * 3);
            try (PeopleFixture fixture = new PeopleFixture()) {
                fixture.events(folder, PlantedPeople.csv(planted.rows));
                PersonMap persons = fixture.persons(unlimited());
                assertEquals(planted.persons(), groups(persons), "seed " + seed);
                merged += persons.mergedCount();
            }
        }
        assertTrue(merged > CASES, "most cases merge somebody: " + merged);
    }

    @Test
    void orderOfRowsAndFilesChangesNothingWithinLimits() throws IOException {
        int flagged = 0;
        for (long seed = 0; seed < CASES; seed++) {
            PlantedPeople planted = new PlantedPeople(seed, 30);
            IdentityRules rules = limited();
            try (PeopleFixture one = new PeopleFixture();
                    PeopleFixture other = new PeopleFixture()) {
                one.events(folder, PlantedPeople.csv(planted.rows));
                List<PlantedPeople.Row> shuffled = planted.shuffled(seed + 1);
                other.events(folder, PlantedPeople.csv(shuffled.subList(0, 13)));
                other.events(folder, PlantedPeople.csv(shuffled.subList(13, 30)));
                PersonMap first = one.persons(rules);
                PersonMap second = other.persons(rules);
                assertEquals(groups(first), groups(second), "seed " + seed);
                assertEquals(new TreeSet<>(first.names()), new TreeSet<>(second.names()), "seed " + seed);
                assertEquals(flags(first), flags(second), "seed " + seed);
                flagged += first.overMerged().size();
            }
        }
        assertTrue(flagged > CASES, "limits are reached: " + flagged);
    }

    private static IdentityRules limited() {
        return IdentityRules.NONE.withKinds(List.of(
                new IdentifierRule("user", IdentifierReading.EXACT, 2, 0),
                new IdentifierRule("email", IdentifierReading.IGNORING_CASE, 2, 3),
                new IdentifierRule("anonymous_id", IdentifierReading.AS_USER_ID, 3, 3),
                new IdentifierRule("device", IdentifierReading.EXACT, 0, 2)));
    }

    private static List<String> flags(PersonMap persons) {
        return persons.overMerged().stream()
                .map(over -> over.identifier() + " " + over.state() + " " + over.kind() + " " + over.count())
                .toList();
    }

    @Test
    void nobodyExceedsALimitAndEveryRefusedLinkWould() throws IOException {
        for (long seed = 100; seed < 100 + CASES; seed++) {
            PlantedPeople planted = new PlantedPeople(seed, 30);
            try (PeopleFixture fixture = new PeopleFixture()) {
                fixture.events(folder, PlantedPeople.csv(planted.rows));
                PersonMap persons = fixture.persons(limited());
                Map<Identifier, Integer> personOf = new HashMap<>();
                for (int person = 0; person < persons.personCount(); person++) {
                    Map<String, Integer> count = new HashMap<>();
                    for (Identifier identifier : persons.graph(person).identifiers()) {
                        count.merge(identifier.kind(), 1, Integer::sum);
                        personOf.put(identifier, person);
                    }
                    assertTrue(count.getOrDefault("user", 0) <= 2, "seed " + seed + ": " + count);
                    assertTrue(count.getOrDefault("email", 0) <= 2, "seed " + seed + ": " + count);
                    assertTrue(count.getOrDefault("anonymous_id", 0) <= 3, "seed " + seed + ": " + count);
                }
                for (int person = 0; person < persons.personCount(); person++) {
                    int here = person;
                    persons.graph(person).links().stream()
                            .filter(link -> link.state() == LinkState.REFUSED)
                            .forEach(link -> assertNotEquals(
                                    personOf.get(link.user()),
                                    personOf.getOrDefault(link.identifier(), -1),
                                    "a refused link holds nothing, person " + here));
                }
            }
        }
    }

    @Test
    void idsThatDifferInCaseAreTwoPersonsUnlessTheyAreAddresses() throws IOException {
        try (PeopleFixture fixture = new PeopleFixture()) {
            fixture.events(folder, """
                    user,cookie,email,device,at,event,item
                    a1b,,,,2026-01-01,view,i1
                    bob,A1B,,,2026-01-02,view,i2
                    ann@x.org,,,,2026-01-03,view,i3
                    cid,Ann@X.org,,,2026-01-04,view,i4
                    """);
            assertEquals(
                    Set.of(Set.of("a1b"), Set.of("bob"), Set.of("ann@x.org", "cid")),
                    groups(fixture.persons(unlimited())));
        }
    }

    @Test
    void withoutRulesNothingChanges() throws IOException {
        try (PeopleFixture fixture = new PeopleFixture()) {
            fixture.events(folder, PlantedPeople.csv(new PlantedPeople(7, 60).rows));
            assertEquals(state(fixture.log.people()), state(fixture.people()));
        }
    }

    @Test
    void everyEventIsKeptUnderItsPersonWithTheOriginalUser() throws IOException {
        try (PeopleFixture fixture = new PeopleFixture()) {
            fixture.events(folder, """
                    user,cookie,email,device,at,event,item
                    ,c1,,,2026-01-03,view,i1
                    u1,c1,a@x.org,,2026-01-02,view,i2
                    u2,,A@X.ORG,,2026-01-01,view,i3
                    u3,,b@x.org,,2026-01-04,view,i4
                    """);
            fixture.identity.save(PeopleFixture.ALL, "test", "");
            Population people = fixture.people();
            assertEquals(Set.of("u1", "u3"), Set.copyOf(people.events().users().texts()));
            int u1 = people.events().users().find("u1").orElseThrow();
            List<String> events = new ArrayList<>();
            for (int row = people.events().from(u1); row < people.events().to(u1); row++) {
                events.add(people.events().items().text(people.events().item(row)) + " of "
                        + people.events()
                                .property("original_user")
                                .orElseThrow()
                                .display(row));
            }
            assertEquals(List.of("i3 of u2", "i2 of u1", "i1 of c1"), events);
            assertEquals(4, people.events().eventCount());
        }
    }

    @Test
    void linksAreOfTheSameStateAsTheUsersTheyLink() throws IOException {
        try (PeopleFixture fixture = new PeopleFixture()) {
            fixture.events(folder, "user,cookie,email,device,at,event,item\nu1,,a@x.org,,2026-01-01,view,i1\n");
            LateImport store = new LateImport(
                    fixture.log.store,
                    "email",
                    () -> fixture.events(
                            folder, "user,cookie,email,device,at,event,item\nu2,,a@x.org,,2026-01-02,view,i1\n"));
            PopulationBuilder builder = new PopulationBuilder(store, new H2ProfileStore(store));
            Population people = builder.build(PeopleFixture.ALL, Progress.none());
            assertTrue(store.isDone());
            assertEquals(List.of("u1"), people.events().users().texts());
            assertEquals(2, people.events().eventCount());
            assertEquals(
                    1, builder.persons(PeopleFixture.ALL, Progress.none()).personCount(), "no stale links are kept");
        }
    }

    @Test
    void aPersonShowsItsEvidenceAndItsContradictions() throws IOException {
        try (PeopleFixture fixture = new PeopleFixture()) {
            fixture.events(folder, "user,cookie,email,device,at,event,item\nu1,,a@x.org,,2026-01-01,view,i1\n");
            fixture.users(folder, "user,email,city\nu1,,Bonn\ncrm7,A@x.org,Kiel\n");
            fixture.identity.save(PeopleFixture.ALL, "test", "");
            PersonGraph person = fixture.identity.show(Identifier.of("crm7"), Progress.none());
            assertEquals(List.of("u1", "crm7"), person.users());
            assertEquals("crm7", person.name());
            PersonGraph.PersonLink link = person.links().getFirst();
            assertEquals(Identifier.user("u1"), link.user());
            assertEquals(new Identifier("email", "a@x.org"), link.identifier());
            assertEquals("2026-01-01T00:00:00Z", link.since().orElseThrow().toString());
            assertEquals(1, link.place().importId());
            assertEquals(2, person.links().get(1).place().importId());
            assertTrue(person.links().get(1).since().isEmpty());
            List<Contradiction> found = fixture.identity.contradictions(Progress.none());
            assertEquals(
                    1,
                    found.stream().filter(one -> one.attribute().equals("city")).count());
            assertEquals(
                    "Kiel",
                    fixture.people().attribute("city").orElseThrow().display(0),
                    "the user who names the person is believed");
        }
    }

    @Test
    void twoImportsThatSayDifferentThingsOfOnePersonContradict() throws IOException {
        try (PeopleFixture fixture = new PeopleFixture()) {
            fixture.users(folder, "user,email,city\nu1,a@x.org,Bonn\nu2,b@x.org,Kiel\nu3,,Bonn\n");
            fixture.users(folder, "user,email,city\nu1,a@x.org,Ulm\nu2,b@x.org,Kiel\nu4,b@x.org,Jena\n");
            fixture.identity.save(IdentityRules.linking(List.of("email")), "test", "");
            List<Contradiction> found = fixture.identity.people(Progress.none()).contradictions();
            assertEquals(
                    List.of(List.of("Ulm", "Bonn"), List.of("Kiel", "Jena")),
                    found.stream()
                            .map(one -> one.said().stream()
                                    .map(Contradiction.Said::value)
                                    .toList())
                            .toList());
            assertTrue(found.stream().allMatch(one -> one.attribute().equals("city")));
            assertEquals("file.csv", found.getFirst().said().getFirst().source());
        }
    }

    @Test
    void overMergedPersonsComeFirstAndAnyIdentifierFindsItsPerson() throws IOException {
        try (PeopleFixture fixture = new PeopleFixture()) {
            fixture.events(folder, """
                    user,cookie,email,device,at,event,item
                    a1,,a@x.org,,2026-01-01,view,i1
                    a2,,A@x.org,,2026-01-02,view,i1
                    u1,,,d9,2026-01-01,view,i1
                    u2,,,d9,2026-01-01,view,i1
                    u3,,,d9,2026-01-01,view,i1
                    """);
            fixture.identity.save(
                    IdentityRules.NONE.withKinds(List.of(
                            new IdentifierRule("email", IdentifierReading.IGNORING_CASE, 0, 0),
                            new IdentifierRule("device", IdentifierReading.EXACT, 0, 2))),
                    "test",
                    "");
            PersonSearch search = fixture.identity.people(Progress.none()).search();
            PersonSearch.Page all = search.find("", person -> true, 2, Progress.none());
            assertEquals(4, all.found());
            assertEquals(
                    List.of("u1", "u2"),
                    all.rows().stream().map(PersonRow::name).toList());
            assertEquals(3, search.overMergedPersons());
            PersonRow found = search.find("A@X", person -> true, 9, Progress.none())
                    .rows()
                    .getFirst();
            assertEquals(new PersonRow(found.person(), "a1", 2, 3, 2, List.of()), found);
        }
    }

    @Test
    void whatCannotBeIsRefusedWithAWayOn() throws IOException {
        try (PeopleFixture fixture = new PeopleFixture()) {
            fixture.events(folder, PlantedPeople.csv(new PlantedPeople(1, 5).rows));
            assertEquals(
                    "identity.unknown-column",
                    code(() -> fixture.identity.save(IdentityRules.linking(List.of("phone")), "test", "")));
            assertEquals(
                    "identity.unknown-person",
                    code(() -> fixture.identity.show(Identifier.of("nobody"), Progress.none())));
            assertEquals("identity.unknown-version", code(() -> fixture.identity.restore(9, "test")));
        }
    }

    private static String code(org.junit.jupiter.api.function.Executable refused) {
        return assertThrows(ProblemException.class, refused).problem().code();
    }
}
