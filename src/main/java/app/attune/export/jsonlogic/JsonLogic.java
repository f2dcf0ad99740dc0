package app.attune.export.jsonlogic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;

/// A JsonLogic rule, read once and asked of any data; immutable and safe for threads.
///
/// Values follow JavaScript as the reference implementation does: `null >= 0` is true, `"2" > 1` is true, `===` never
/// converts, an empty list is false. Two lists or two objects never equal each other. Only what JSON data hold is
/// found by `var`, nothing that JavaScript objects inherit.
/// Source: jsonlogic.com, operations and tests.
public final class JsonLogic {
    private final Expression rule;

    private JsonLogic(Expression rule) {
        this.rule = rule;
    }

    /// The operators that a rule may use.
    public enum Dialect {
        /// Those of jsonlogic.com.
        CLASSIC,
        /// Also `starts_with` and `ends_with` of flagd.
        FLAGD
    }

    /// @throws app.attune.core.ProblemException `jsonlogic.unreadable` naming an operator that is not known
    public static JsonLogic read(JsonNode rule) {
        return read(rule, Dialect.CLASSIC);
    }

    /// @throws app.attune.core.ProblemException `jsonlogic.unreadable` naming an operator that is not known
    public static JsonLogic read(JsonNode rule, Dialect dialect) {
        return new JsonLogic(new RuleReader(dialect).read(rule));
    }

    /// The rule's value; null when JavaScript has none.
    public JsonNode apply(JsonNode data) {
        JsonNode value = rule.in(data);
        return value.isMissingNode() ? NullNode.getInstance() : value;
    }

    /// Whether the rule's value counts as true.
    public boolean holds(JsonNode data) {
        return Branches.truth(rule.in(data));
    }
}
