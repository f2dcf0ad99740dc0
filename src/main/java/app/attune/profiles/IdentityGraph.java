package app.attune.profiles;

import app.attune.events.IdentifierLinks;
import app.attune.events.IdentifierReading;
import app.attune.events.KindLinks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Users and identifiers as nodes, and every link between them as an edge, before any rule refuses one.
///
/// The nodes 0 … users - 1 are the users; a value read as a user's id is that user's node. Edges are sorted by the
/// priority of their kind, the time they were first seen, and their texts, so that neither files nor their order show.
final class IdentityGraph {
    private final IdentifierLinks links;
    private final IdentityRules rules;
    private final List<Identifier> others = new ArrayList<>();
    private final int[] kindOfNode;
    private final List<Edge> edges;

    /// @param user  a node below the number of users
    /// @param value the node of the identifier
    /// @param rule  position of the rule for its kind
    record Edge(int user, int value, int rule, KindLinks links, int link) {
        long firstMillis() {
            return links.firstMillis(link);
        }

        String valueText() {
            return links.values().get(links.value(link));
        }
    }

    IdentityGraph(IdentifierLinks links, IdentityRules rules) {
        this.links = links;
        this.rules = rules;
        this.edges = edges();
        this.kindOfNode = new int[nodeCount()];
        int user = rules.priority(IdentifierLinks.USER);
        int anonymous = rules.priority(IdentifierLinks.ANONYMOUS);
        for (int node = 0; node < kindOfNode.length; node++) {
            kindOfNode[node] = isUser(node)
                    ? links.isNamed(node) ? user : anonymous
                    : rules.priority(others.get(node - userCount()).kind());
        }
    }

    int userCount() {
        return links.users().size();
    }

    int nodeCount() {
        return userCount() + others.size();
    }

    boolean isUser(int node) {
        return node < userCount();
    }

    IdentityRules rules() {
        return rules;
    }

    IdentifierLinks links() {
        return links;
    }

    /// In the order in which they join.
    List<Edge> inOrder() {
        return edges;
    }

    /// The kind's place in the order of priority.
    int priority(int node) {
        return kindOfNode[node];
    }

    Identifier identifier(int node) {
        if (!isUser(node)) {
            return others.get(node - userCount());
        }
        String kind = links.isNamed(node) ? IdentifierLinks.USER : IdentifierLinks.ANONYMOUS;
        return new Identifier(kind, links.users().get(node));
    }

    String text(int node) {
        return isUser(node)
                ? links.users().get(node)
                : others.get(node - userCount()).value();
    }

    private List<Edge> edges() {
        Map<String, Integer> userNodes = new HashMap<>();
        List<Edge> all = new ArrayList<>();
        for (KindLinks kind : links.kinds()) {
            int[] nodes = new int[kind.values().size()];
            for (int value = 0; value < nodes.length; value++) {
                nodes[value] = node(kind, kind.values().get(value), userNodes);
            }
            int rule = rules.priority(kind.kind());
            for (int link = 0; link < kind.size(); link++) {
                if (nodes[kind.value(link)] != kind.user(link)) {
                    all.add(new Edge(kind.user(link), nodes[kind.value(link)], rule, kind, link));
                }
            }
        }
        Edge[] sorted = all.toArray(Edge[]::new);
        Arrays.sort(sorted, this::compare);
        return List.of(sorted);
    }

    private int compare(Edge one, Edge other) {
        int order = Integer.compare(one.rule(), other.rule());
        if (order == 0) {
            order = Long.compare(one.firstMillis(), other.firstMillis());
        }
        if (order == 0) {
            order = one.valueText().compareTo(other.valueText());
        }
        return order == 0 ? text(one.user()).compareTo(text(other.user())) : order;
    }

    private int node(KindLinks kind, String value, Map<String, Integer> userNodes) {
        if (kind.reading() == IdentifierReading.AS_USER_ID) {
            if (userNodes.isEmpty()) {
                for (int user = 0; user < userCount(); user++) {
                    userNodes.put(links.users().get(user), user);
                }
            }
            // Users named by their e-mail address are kept in small letters; other ids differ by their letters' case.
            boolean asWritten = userNodes.containsKey(value) || value.indexOf('@') < 0;
            Integer user = userNodes.get(asWritten ? value : value.toLowerCase(Locale.ROOT));
            if (user != null) {
                return user;
            }
        }
        others.add(new Identifier(kind.kind(), value));
        return nodeCount() - 1;
    }
}
