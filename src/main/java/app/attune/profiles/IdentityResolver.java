package app.attune.profiles;

import app.attune.core.Progress;
import app.attune.events.IdentifierLinks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Joins users into persons, link after link in the order of the graph; a link that a limit or a cut speaks against
/// joins nothing. Union-find with path halving: almost linear in the number of links.
final class IdentityResolver {
    private static final int LINKS_PER_CHECKPOINT = 1 << 16;

    private final IdentityGraph graph;
    private final int[] parent;
    private final int[][] counts;
    private final LinkState[] states;
    private final List<OverMerge> flagged = new ArrayList<>();

    private IdentityResolver(IdentityGraph graph) {
        this.graph = graph;
        this.parent = new int[graph.nodeCount()];
        this.states = new LinkState[graph.inOrder().size()];
        List<IdentifierRule> kinds = graph.rules().kinds();
        this.counts = new int[kinds.size()][];
        for (int node = 0; node < parent.length; node++) {
            parent[node] = node;
        }
        for (int rule = 0; rule < counts.length; rule++) {
            counts[rule] = kinds.get(rule).mostPerPerson() == 0 ? new int[0] : ones(rule);
        }
    }

    static PersonMap resolve(IdentifierLinks links, IdentityRules rules, Progress progress) {
        IdentityGraph graph = new IdentityGraph(links, rules);
        IdentityResolver resolver = new IdentityResolver(graph);
        resolver.join(progress);
        return PersonMap.of(graph, resolver::root, resolver.states, resolver.flagged);
    }

    private int[] ones(int rule) {
        int[] ones = new int[parent.length];
        for (int node = 0; node < ones.length; node++) {
            ones[node] = graph.priority(node) == rule ? 1 : 0;
        }
        return ones;
    }

    private void join(Progress progress) {
        Set<Identifier> forbidden = new HashSet<>(graph.rules().forbidden());
        Set<IdentifierPair> cuts = new HashSet<>(graph.rules().cuts());
        List<IdentityGraph.Edge> edges = graph.inOrder();
        for (int i = 0; i < states.length; i++) {
            states[i] = isCut(edges.get(i), forbidden, cuts) ? LinkState.CUT : LinkState.LINKS;
        }
        leaveOutShared(edges);
        for (int i = 0; i < states.length; i++) {
            if (i % LINKS_PER_CHECKPOINT == 0) {
                progress.checkpoint();
                progress.report("Joining identifiers", i, states.length);
            }
            if (states[i] == LinkState.LINKS && !join(edges.get(i))) {
                states[i] = LinkState.REFUSED;
            }
        }
    }

    private boolean isCut(IdentityGraph.Edge edge, Set<Identifier> forbidden, Set<IdentifierPair> cuts) {
        if (forbidden.isEmpty() && cuts.isEmpty()) {
            return false;
        }
        Identifier user = graph.identifier(edge.user());
        Identifier value = graph.identifier(edge.value());
        return forbidden.contains(user) || forbidden.contains(value) || cuts.contains(new IdentifierPair(user, value));
    }

    private void leaveOutShared(List<IdentityGraph.Edge> edges) {
        int[] users = new int[parent.length];
        for (int i = 0; i < states.length; i++) {
            users[edges.get(i).value()] += states[i] == LinkState.LINKS ? 1 : 0;
        }
        int[] limits = graph.rules().kinds().stream()
                .mapToInt(IdentifierRule::mostUsers)
                .toArray();
        boolean[] told = new boolean[parent.length];
        for (int i = 0; i < states.length; i++) {
            IdentityGraph.Edge edge = edges.get(i);
            int limit = limits[edge.rule()];
            if (states[i] == LinkState.LINKS && limit > 0 && users[edge.value()] > limit) {
                states[i] = LinkState.SHARED;
                if (!told[edge.value()]) {
                    told[edge.value()] = true;
                    flag(edge, LinkState.SHARED, IdentifierLinks.USER, users[edge.value()], limit);
                }
            }
        }
    }

    private void flag(IdentityGraph.Edge edge, LinkState state, String kind, int count, int limit) {
        flagged.add(new OverMerge(graph.identifier(edge.value()), state, kind, count, limit, edge.user()));
    }

    /// @return whether the two ends are one person now
    private boolean join(IdentityGraph.Edge edge) {
        int one = root(edge.user());
        int other = root(edge.value());
        if (one == other) {
            return true;
        }
        for (int rule = 0; rule < counts.length; rule++) {
            int limit = graph.rules().kinds().get(rule).mostPerPerson();
            int count = limit == 0 ? 0 : counts[rule][one] + counts[rule][other];
            if (count > limit) {
                flag(edge, LinkState.REFUSED, graph.rules().kinds().get(rule).kind(), count, limit);
                return false;
            }
        }
        parent[Math.max(one, other)] = Math.min(one, other);
        for (int[] count : counts) {
            if (count.length > 0) {
                count[Math.min(one, other)] += count[Math.max(one, other)];
            }
        }
        return true;
    }

    private int root(int node) {
        int at = node;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }
}
