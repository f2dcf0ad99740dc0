package app.attune.profiles;

import app.attune.core.Progress;
import app.attune.events.EventFrame;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Lists persons: over-merged ones first, then those of most users, then by name. Cost of a search: linear in the
/// number of identifiers.
public final class PersonSearch {
    private static final int NODES_PER_CHECKPOINT = 1 << 16;

    private final PersonMap persons;
    private final EventFrame events;
    private final int[] identifiers;
    private final Map<Integer, Set<OverMerge>> flags = new HashMap<>();
    private final int[] order;

    /// Some of the persons found.
    ///
    /// @param found how many there are in all
    public record Page(List<PersonRow> rows, int found) {
        public Page {
            rows = List.copyOf(rows);
        }
    }

    /// @param events of the users, before they were brought together
    PersonSearch(PersonMap persons, EventFrame events) {
        this.persons = persons;
        this.events = events;
        this.identifiers = new int[persons.personCount()];
        for (int node = 0; node < persons.identifierCount(); node++) {
            int person = persons.personOfNode(node);
            if (person >= 0) {
                identifiers[person]++;
            }
        }
        flag();
        this.order = IntStream.range(0, persons.personCount())
                .boxed()
                .sorted(Comparator.comparing((Integer person) -> !flags.containsKey(person))
                        .thenComparingInt(person -> -persons.usersOf(person))
                        .thenComparing(persons::name))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private void flag() {
        Map<Identifier, List<OverMerge>> byIdentifier = new HashMap<>();
        persons.overMerged()
                .forEach(over -> byIdentifier
                        .computeIfAbsent(over.identifier(), key -> new ArrayList<>())
                        .add(over));
        if (!byIdentifier.isEmpty()) {
            persons.forEachLeftOut((identifier, person) -> byIdentifier
                    .getOrDefault(identifier, List.of())
                    .forEach(over -> flags.computeIfAbsent(person, key -> new LinkedHashSet<>())
                            .add(over)));
        }
    }

    /// Persons who share an identifier with too many, or would have become too large.
    public int overMergedPersons() {
        return flags.size();
    }

    public boolean isOverMerged(int person) {
        return flags.containsKey(person);
    }

    /// Everybody whom an over-merge is of.
    public Set<Integer> sharing(OverMerge over) {
        Set<Integer> found = new HashSet<>();
        flags.forEach((person, theirs) -> {
            if (theirs.contains(over)) {
                found.add(person);
            }
        });
        return found;
    }

    /// @param text  part of a name or of any identifier, whatever its case; empty for all
    /// @param among who comes into question
    /// @param most  rows to be made at most
    public Page find(String text, IntPredicate among, int most, Progress progress) {
        BitSet matching = text.isBlank() ? new BitSet() : matching(text.strip().toLowerCase(Locale.ROOT), progress);
        List<PersonRow> rows = new ArrayList<>();
        int found = 0;
        for (int person : order) {
            if ((text.isBlank() || matching.get(person)) && among.test(person)) {
                found++;
                if (rows.size() < most) {
                    rows.add(row(person));
                }
            }
        }
        return new Page(rows, found);
    }

    /// One person as the list shows it.
    public PersonRow row(int person) {
        long count = 0;
        for (int user : persons.users(person)) {
            count += events.to(user) - events.from(user);
        }
        return new PersonRow(
                person,
                persons.name(person),
                persons.usersOf(person),
                identifiers[person],
                count,
                List.copyOf(flags.getOrDefault(person, Set.of())));
    }

    private BitSet matching(String text, Progress progress) {
        BitSet matching = new BitSet();
        for (int node = 0; node < persons.identifierCount(); node++) {
            if (node % NODES_PER_CHECKPOINT == 0) {
                progress.checkpoint();
            }
            int person = persons.personOfNode(node);
            if (person >= 0 && persons.textOfNode(node).toLowerCase(Locale.ROOT).contains(text)) {
                matching.set(person);
            }
        }
        return matching;
    }
}
