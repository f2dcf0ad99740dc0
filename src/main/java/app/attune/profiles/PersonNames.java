package app.attune.profiles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Calls every person by the identifier whose kind comes first, and no two persons alike.
final class PersonNames {
    private PersonNames() {}

    /// @param personOfRoot -1 where no user is joined to the root
    static List<String> of(IdentityGraph graph, PersonMap persons, int[] personOfRoot, int[] rootOf) {
        int[] best = new int[persons.personCount()];
        int[] bestUser = new int[persons.personCount()];
        Arrays.fill(best, -1);
        Arrays.fill(bestUser, -1);
        for (int node = 0; node < rootOf.length; node++) {
            int person = personOfRoot[rootOf[node]];
            if (person >= 0) {
                best[person] = better(persons, best[person], node);
                bestUser[person] = graph.isUser(node) ? better(persons, bestUser[person], node) : bestUser[person];
            }
        }
        Set<String> taken = new HashSet<>(graph.links().users());
        List<String> names = new ArrayList<>();
        for (int person = 0; person < best.length; person++) {
            names.add(name(graph, best[person], bestUser[person], taken));
        }
        return List.copyOf(names);
    }

    private static int better(PersonMap persons, int known, int node) {
        return known < 0 || persons.compareForNaming(node, known) < 0 ? node : known;
    }

    /// Another identifier than a user's id may be called as a user is: then it bears its kind.
    private static String name(IdentityGraph graph, int best, int bestUser, Set<String> taken) {
        if (!graph.isUser(best)) {
            for (String name : List.of(graph.text(best), graph.identifier(best).toString())) {
                if (taken.add(name)) {
                    return name;
                }
            }
        }
        return graph.text(bestUser);
    }
}
