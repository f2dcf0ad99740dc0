package app.attune.profiles;

import app.attune.core.Require;
import app.attune.events.IdentifierLinks;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;
import java.util.function.ObjIntConsumer;

/// Which person every user is, and why. Persons are numbered by their first user.
public final class PersonMap {
    private final IdentityGraph graph;
    private final LinkState[] states;
    private final List<OverMerge> overMerged;
    private final int[] personOf;
    private final int[] members;
    private final int[] offsets;
    private final List<String> names;
    private final int[] personOfNode;

    private PersonMap(IdentityGraph graph, LinkState[] states, List<OverMerge> overMerged, int[] rootOf) {
        this.graph = graph;
        this.states = states;
        this.overMerged = List.copyOf(overMerged);
        this.personOf = new int[graph.userCount()];
        int[] personOfRoot = new int[rootOf.length];
        Arrays.fill(personOfRoot, -1);
        int persons = 0;
        for (int user = 0; user < personOf.length; user++) {
            if (personOfRoot[rootOf[user]] < 0) {
                personOfRoot[rootOf[user]] = persons++;
            }
            personOf[user] = personOfRoot[rootOf[user]];
        }
        this.offsets = new int[persons + 1];
        this.members = members(persons);
        this.names = PersonNames.of(graph, this, personOfRoot, rootOf);
        this.personOfNode =
                Arrays.stream(rootOf).map(root -> personOfRoot[root]).toArray();
    }

    /// @param root one node for all that are joined
    static PersonMap of(IdentityGraph graph, IntUnaryOperator root, LinkState[] states, List<OverMerge> overMerged) {
        int[] rootOf = new int[graph.nodeCount()];
        Arrays.setAll(rootOf, root);
        return new PersonMap(graph, states, overMerged, rootOf);
    }

    private int[] members(int persons) {
        for (int person : personOf) {
            offsets[person + 1]++;
        }
        for (int person = 0; person < persons; person++) {
            offsets[person + 1] += offsets[person];
        }
        int[] sorted = new int[personOf.length];
        int[] next = offsets.clone();
        for (int user = 0; user < personOf.length; user++) {
            sorted[next[personOf[user]]++] = user;
        }
        return sorted;
    }

    public int userCount() {
        return personOf.length;
    }

    public int personCount() {
        return offsets.length - 1;
    }

    /// @param userIdx position in the log's dictionary of users
    public int personOf(int userIdx) {
        return personOf[userIdx];
    }

    /// The users who are this person, in the order of the log.
    public int[] users(int person) {
        return Arrays.copyOfRange(members, offsets[person], offsets[person + 1]);
    }

    public int usersOf(int person) {
        return offsets[person + 1] - offsets[person];
    }

    /// What the person is called, each differently.
    public String name(int person) {
        return names.get(person);
    }

    public List<String> names() {
        return names;
    }

    public String userId(int userIdx) {
        return graph.text(userIdx);
    }

    public IdentityRules rules() {
        return graph.rules();
    }

    /// Ids of users and other identifiers together.
    public int identifierCount() {
        return personOfNode.length;
    }

    /// @param node of the graph; -1 if it is linked to nobody
    int personOfNode(int node) {
        return personOfNode[node];
    }

    String textOfNode(int node) {
        return graph.text(node);
    }

    /// Tells the identifier and the person at either end of every link that was left out because of a limit.
    void forEachLeftOut(ObjIntConsumer<Identifier> reader) {
        for (int i = 0; i < states.length; i++) {
            if (states[i] == LinkState.SHARED || states[i] == LinkState.REFUSED) {
                IdentityGraph.Edge edge = graph.inOrder().get(i);
                Identifier identifier = graph.identifier(edge.value());
                reader.accept(identifier, personOf[edge.user()]);
                if (personOfNode[edge.value()] >= 0) {
                    reader.accept(identifier, personOfNode[edge.value()]);
                }
            }
        }
    }

    /// Persons who are more than one user.
    public int mergedCount() {
        int merged = 0;
        for (int person = 0; person < personCount(); person++) {
            merged += usersOf(person) > 1 ? 1 : 0;
        }
        return merged;
    }

    /// Identifiers and links that were left out because there were too many, in the order of the graph.
    public List<OverMerge> overMerged() {
        return overMerged;
    }

    /// How many links of rows are in a state.
    public long links(LinkState state) {
        return Arrays.stream(states).filter(now -> now == state).count();
    }

    /// The person who goes by a name, an id of a user or another identifier; empty if there is none.
    public OptionalInt find(Identifier identifier) {
        if (identifier.kind().equals(IdentifierLinks.USER)) {
            int named = names.indexOf(identifier.value());
            int user = graph.links().users().indexOf(identifier.value());
            return named >= 0
                    ? OptionalInt.of(named)
                    : user >= 0 ? OptionalInt.of(personOf[user]) : OptionalInt.empty();
        }
        return graph.inOrder().stream()
                .filter(edge -> graph.identifier(edge.value()).equals(identifier)
                        || graph.identifier(edge.user()).equals(identifier))
                .mapToInt(edge -> personOf[edge.user()])
                .findFirst();
    }

    /// Everything that is known of how one person came to be.
    public PersonGraph graph(int person) {
        Require.that(person >= 0 && person < personCount(), "No person at position " + person);
        return PersonGraph.of(graph, this, states, person);
    }

    IdentityGraph source() {
        return graph;
    }

    /// Ids of users before others, by how their kind names persons; then by text.
    int compareForNaming(int one, int other) {
        int order = Integer.compare(graph.priority(one), graph.priority(other));
        return order == 0 ? graph.text(one).compareTo(graph.text(other)) : order;
    }
}
