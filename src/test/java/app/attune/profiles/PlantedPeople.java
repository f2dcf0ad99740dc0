package app.attune.profiles;

import app.attune.core.Seeds;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

/// Random rows with up to four identifiers each, and who is who by a search through them that shares no code with the
/// product.
final class PlantedPeople {
    static final String HEADER = "user,cookie,email,device,at,event,item\n";

    /// Empty text for none.
    record Row(String user, String cookie, String email, String device, String at) {
        String line() {
            return String.join(",", user, cookie, email, device, at, "view", "i" + (at.hashCode() & 3)) + "\n";
        }

        /// Who the importer says the row is of.
        String owner() {
            return user.isEmpty() ? cookie : user;
        }

        /// Cookies and users live in one name space, since a cookie is the user while nobody is signed in.
        List<String> nodes() {
            List<String> nodes = new ArrayList<>(List.of("user " + owner()));
            add(nodes, "user ", cookie);
            add(nodes, "email ", email.toLowerCase(java.util.Locale.ROOT));
            add(nodes, "device ", device);
            return nodes;
        }

        private static void add(List<String> nodes, String kind, String value) {
            if (!value.isEmpty()) {
                nodes.add(kind + value);
            }
        }
    }

    final List<Row> rows = new ArrayList<>();

    PlantedPeople(long seed, int count) {
        SplittableRandom random = Seeds.stream(seed, "planted people");
        int users = 2 + random.nextInt(Math.max(2, count / 2));
        for (int i = 0; i < count; i++) {
            String user = random.nextInt(3) == 0 ? "" : "u" + random.nextInt(users);
            String cookie = user.isEmpty() || random.nextInt(2) == 0 ? "c" + random.nextInt(users) : "";
            String email = random.nextInt(3) == 0 ? (random.nextBoolean() ? "M" : "m") + random.nextInt(users) : "";
            String device = random.nextInt(3) == 0 ? "d" + random.nextInt(users) : "";
            String at = "2026-10-%02dT%02d:%02d:00Z"
                    .formatted(1 + random.nextInt(28), random.nextInt(24), random.nextInt(60));
            rows.add(new Row(user, cookie, email, device, at));
        }
    }

    List<Row> shuffled(long seed) {
        List<Row> other = new ArrayList<>(rows);
        Collections.shuffle(other, new Random(seed));
        return other;
    }

    static String csv(List<Row> rows) {
        StringBuilder text = new StringBuilder(HEADER);
        rows.forEach(row -> text.append(row.line()));
        return text.toString();
    }

    /// The users of each person, by a breadth-first search over rows that share a value.
    Set<Set<String>> persons() {
        Map<String, Set<String>> neighbours = new TreeMap<>();
        for (Row row : rows) {
            for (String node : row.nodes()) {
                neighbours.computeIfAbsent(node, key -> new TreeSet<>()).addAll(row.nodes());
            }
        }
        Set<String> owners = new TreeSet<>();
        rows.forEach(row -> owners.add("user " + row.owner()));
        Map<String, Set<String>> done = new HashMap<>();
        for (String owner : owners) {
            if (!done.containsKey(owner)) {
                Set<String> seen = new TreeSet<>(Set.of(owner));
                Queue<String> next = new ArrayDeque<>(seen);
                while (!next.isEmpty()) {
                    for (String neighbour : neighbours.getOrDefault(next.remove(), Set.of())) {
                        if (seen.add(neighbour)) {
                            next.add(neighbour);
                        }
                    }
                }
                Set<String> person = new TreeSet<>();
                seen.stream().filter(owners::contains).forEach(node -> person.add(node.substring("user ".length())));
                seen.forEach(node -> done.put(node, person));
            }
        }
        Set<Set<String>> persons = new java.util.HashSet<>();
        owners.forEach(owner -> persons.add(done.getOrDefault(owner, Set.of())));
        return persons;
    }
}
