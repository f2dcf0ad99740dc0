package app.attune.cli;

import app.attune.core.Counted;
import app.attune.core.json.Json;
import app.attune.rules.Rule;
import app.attune.rules.RuleId;
import app.attune.rules.matrix.Claim;
import app.attune.rules.matrix.DecisionMatrix;
import app.attune.rules.matrix.MatrixFinding;
import app.attune.rules.matrix.MatrixWords;
import app.attune.rules.matrix.PairVerdict;
import app.attune.rules.matrix.Proof;
import app.attune.rules.matrix.Witness;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Writes a decision matrix for people and for programs.
final class MatrixReport {
    private final DecisionMatrix matrix;
    private final MatrixWords words;

    MatrixReport(DecisionMatrix matrix) {
        this.matrix = matrix;
        this.words = new MatrixWords(matrix);
    }

    Report report() {
        return Report.of(lines(), json());
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        List<String> disjoint = new ArrayList<>();
        for (PairVerdict pair : matrix.pairs()) {
            if (pair.relation() == PairVerdict.Relation.DISJOINT) {
                disjoint.add(place(pair.first()) + " and " + place(pair.second()));
            } else {
                lines.add(place(pair.first()) + " and " + place(pair.second()) + ": " + MatrixWords.of(pair.relation())
                        + ". " + words.sentence(pair));
            }
        }
        if (!disjoint.isEmpty()) {
            lines.add("Disjoint, proved: " + Counted.of(disjoint.size(), "pair") + " of "
                    + Words.number(matrix.pairs().size()) + ": " + String.join("; ", disjoint) + ".");
        }
        if (matrix.findings().isEmpty()) {
            lines.add("Nothing was found to be wrong with how the rules act together.");
        }
        matrix.findings().forEach(finding -> add(finding, lines));
        return lines;
    }

    private void add(MatrixFinding finding, List<String> lines) {
        String heading = MatrixWords.heading(finding);
        lines.add(heading.substring(0, 1).toUpperCase(Locale.ROOT) + heading.substring(1) + ": " + finding.sentence());
        finding.witness().ifPresent(witness -> lines.add("   For example: " + witness.words() + "."));
        finding.resolutions().forEach(resolution -> lines.add("   " + words.of(resolution) + "."));
    }

    private int place(RuleId id) {
        return matrix.rules().stream().map(Rule::id).toList().indexOf(id) + 1;
    }

    private ObjectNode json() {
        ObjectNode node = Json.mapper().createObjectNode();
        ArrayNode pairs = node.putArray("pairs");
        for (PairVerdict pair : matrix.pairs()) {
            ObjectNode one = pairs.addObject()
                    .put("first", pair.first().value())
                    .put("second", pair.second().value())
                    .put("relation", code(pair.relation()))
                    .put("inData", code(pair.inData()));
            put(one.putObject("both"), pair.both());
            put(one.putObject("firstOnly"), pair.firstOnly());
            put(one.putObject("secondOnly"), pair.secondOnly());
        }
        ArrayNode findings = node.putArray("findings");
        for (MatrixFinding finding : matrix.findings()) {
            ObjectNode one = findings.addObject().put("type", code(finding.type()));
            ArrayNode rules = one.putArray("rules");
            finding.rules().forEach(rule -> rules.add(rule.value()));
            one.put("proved", finding.status() == MatrixFinding.Status.PROVED)
                    .put("users", finding.users())
                    .put("sentence", finding.sentence());
            finding.witness().ifPresent(witness -> put(one.putObject("witness"), witness));
            ArrayNode resolutions = one.putArray("resolutions");
            finding.resolutions().forEach(resolution -> resolutions.add(words.of(resolution)));
        }
        return node;
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void put(ObjectNode node, Claim claim) {
        node.put("users", claim.users());
        switch (claim.proof()) {
            case Proof.Nobody nobody -> node.put("proof", "nobody");
            case Proof.Somebody found -> {
                node.put("proof", "somebody");
                put(node.putObject("witness"), found.witness());
            }
            case Proof.Open open -> node.put("proof", "not-proved").put("reason", open.reason());
        }
    }

    private static void put(ObjectNode node, Witness witness) {
        node.put("source", code(witness.source()));
        ArrayNode facts = node.putArray("facts");
        witness.facts()
                .forEach(
                        fact -> facts.addObject().put("subject", fact.subject()).put("value", fact.value()));
    }
}
