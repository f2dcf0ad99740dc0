package app.attune.cli;

import app.attune.core.json.Json;
import app.attune.segments.TruthTable;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;

/// The truth table of comparisons, printed.
final class TruthReport {
    private static final int[] WIDTHS = {14, 20, 16};

    private TruthReport() {}

    static Report print() {
        List<String> lines = new ArrayList<>();
        lines.add(Words.columns(WIDTHS, TruthTable.HEAD.toArray()));
        ArrayNode array = Json.mapper().createArrayNode();
        for (TruthTable.Line line : TruthTable.lines()) {
            lines.add(Words.columns(WIDTHS, line.comparison(), line.known(), line.missing(), line.saidToMatch()));
            array.addObject()
                    .put("comparison", line.comparison())
                    .put("known", line.known())
                    .put("missing", line.missing())
                    .put("saidToMatch", line.saidToMatch());
        }
        lines.add(TruthTable.NEGATED);
        return Report.of(lines, array);
    }
}
