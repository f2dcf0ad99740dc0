package app.attune.profiles;

import app.attune.events.EventFrame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Compares two ways of making persons of the same users.
final class IdentityComparison {
    private static final int SHOWN = 100;

    private final PersonMap before;
    private final PersonMap after;
    private final EventFrame events;

    /// @param events of the users, before they were brought together
    IdentityComparison(PersonMap before, PersonMap after, EventFrame events) {
        this.before = before;
        this.after = after;
        this.events = events;
    }

    IdentityChange change(SortedMap<String, Long> sizesBefore, SortedMap<String, Long> sizesAfter) {
        int[] successor = successors();
        int[] moved = IntStream.range(0, before.userCount())
                .filter(user -> successor[before.personOf(user)] != after.personOf(user))
                .toArray();
        int renamed = 0;
        for (int person = 0; person < successor.length; person++) {
            boolean goesOn = successor[person] >= 0;
            renamed += goesOn && !before.name(person).equals(after.name(successor[person])) ? 1 : 0;
        }
        return new IdentityChange(
                after.rules(),
                before.personCount(),
                after.personCount(),
                spread(before, after),
                spread(after, before),
                renamed,
                moved.length,
                Arrays.stream(moved).mapToLong(this::eventsOf).sum(),
                parts(),
                counts(sizesBefore, sizesAfter));
    }

    /// The person after who goes on as each person before, whatever their name: of the persons its users become the one
    /// with most of its events, and of the persons who come together the one with most events; -1 where another does.
    private int[] successors() {
        int[] best = mostOf(before, after);
        int[] from = mostOf(after, before);
        for (int person = 0; person < best.length; person++) {
            best[person] = from[best[person]] == person ? best[person] : -1;
        }
        return best;
    }

    /// For every person of `one` the person of `other` who has most of its events; of equal ones who has more of its
    /// users, then who has the first of them.
    private int[] mostOf(PersonMap one, PersonMap other) {
        int[] most = new int[one.personCount()];
        for (int person = 0; person < most.length; person++) {
            Map<Integer, long[]> weights = new LinkedHashMap<>();
            for (int user : one.users(person)) {
                long[] weight = weights.computeIfAbsent(other.personOf(user), key -> new long[2]);
                weight[0] += eventsOf(user);
                weight[1]++;
            }
            long[] heaviest = {-1, -1};
            for (Map.Entry<Integer, long[]> candidate : weights.entrySet()) {
                if (Arrays.compare(candidate.getValue(), heaviest) > 0) {
                    heaviest = candidate.getValue();
                    most[person] = candidate.getKey();
                }
            }
        }
        return most;
    }

    private long eventsOf(int user) {
        return events.to(user) - (long) events.from(user);
    }

    /// Persons of `one` whose users are several persons of `other`.
    private static int spread(PersonMap one, PersonMap other) {
        int spread = 0;
        for (int person = 0; person < one.personCount(); person++) {
            int[] users = one.users(person);
            for (int i = 1; i < users.length; i++) {
                if (other.personOf(users[i]) != other.personOf(users[0])) {
                    spread++;
                    break;
                }
            }
        }
        return spread;
    }

    private List<IdentityChange.Part> parts() {
        List<IdentityChange.Part> parts = new ArrayList<>();
        for (int person = 0; person < before.personCount() && parts.size() < SHOWN; person++) {
            Map<Integer, List<Integer>> byPerson = new LinkedHashMap<>();
            for (int user : before.users(person)) {
                byPerson.computeIfAbsent(after.personOf(user), key -> new ArrayList<>())
                        .add(user);
            }
            if (byPerson.size() > 1) {
                String name = before.name(person);
                byPerson.forEach((now, users) -> parts.add(new IdentityChange.Part(
                        name,
                        after.name(now),
                        users.stream().map(before::userId).toList(),
                        users.stream().mapToLong(this::eventsOf).sum())));
            }
        }
        return parts;
    }

    private static List<IdentityChange.Count> counts(SortedMap<String, Long> before, SortedMap<String, Long> after) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .map(name ->
                        new IdentityChange.Count(name, before.getOrDefault(name, 0L), after.getOrDefault(name, 0L)))
                .filter(count -> count.before() != count.after())
                .toList();
    }
}
