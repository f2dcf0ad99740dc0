package app.attune.export;

import app.attune.core.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Everything that stands against an export in one problem.
final class ClosedGates {
    private static final int TOLD = 20;

    private ClosedGates() {}

    /// Empty if no gate is closed.
    static Optional<Problem> of(List<Gate> gates) {
        List<Gate> closed =
                gates.stream().filter(gate -> gate.state() == Gate.State.FAILED).toList();
        List<Problem> findings =
                closed.stream().flatMap(gate -> gate.findings().stream()).toList();
        if (findings.isEmpty()) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>(
                findings.stream().limit(TOLD).map(Problem::message).toList());
        if (findings.size() > TOLD) {
            lines.add("And " + (findings.size() - TOLD) + " more.");
        }
        Problem first = findings.getFirst();
        return Optional.of(new Problem(first.code(), String.join("\n", lines), remedy(first, closed)));
    }

    private static String remedy(Problem first, List<Gate> closed) {
        boolean open = closed.stream().allMatch(Gate::isWaivable);
        return open
                ? first.remedy() + " Or waive "
                        + String.join(" and ", closed.stream().map(Gate::id).toList()) + " with a reason."
                : first.remedy();
    }
}
