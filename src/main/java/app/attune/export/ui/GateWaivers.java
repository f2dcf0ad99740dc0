package app.attune.export.ui;

import app.attune.core.Problem;
import app.attune.export.ExportDraft;
import app.attune.export.Gate;
import app.attune.export.GateOptions;
import app.attune.export.Waiver;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The waivers given on the screen: each holds for what was found when it was given, and for nothing found later.
final class GateWaivers {
    private record Given(Waiver waiver, List<Problem> findings) {}

    private final Map<String, Given> given = new LinkedHashMap<>();

    void give(Waiver waiver, Gate gate) {
        given.put(waiver.gate(), new Given(waiver, gate.findings()));
    }

    void withdraw(String gate) {
        given.remove(gate);
    }

    void clear() {
        given.clear();
    }

    /// Those that still hold, and drops the others.
    GateOptions of(ExportDraft draft, int minimumSegment) {
        GateOptions plain = GateOptions.usual().withMinimumSegment(minimumSegment);
        draft.gates(plain).forEach(gate -> {
            Given waived = given.get(gate.id());
            if (waived != null && !waived.findings().equals(gate.findings())) {
                given.remove(gate.id());
            }
        });
        return plain.withWaivers(given.values().stream().map(Given::waiver).toList());
    }
}
