package app.attune.cli;

import app.attune.core.ProblemException;
import app.attune.core.json.Json;
import app.attune.recommend.Measured;
import app.attune.recommend.Protocol;
import app.attune.recommend.SplitWay;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/// What measuring in any way gave, as lines and as JSON.
final class MeasuredReport {
    private MeasuredReport() {}

    /// @throws ProblemException `cli.not-together`
    static void requireOneTest(Protocol protocol, GroupArguments groups) {
        if (!(protocol.way() instanceof SplitWay.ByTime) && groups.isGiven()) {
            throw ProblemException.of(
                    "cli.not-together",
                    "Groups of users are as of the time that splits, so they are compared only where one time does.",
                    "Leave --by and --by-segment out, or split in another way.");
        }
    }

    static List<String> lines(Measured measured) {
        return switch (measured) {
            case Measured.Once once -> {
                List<String> lines = new ArrayList<>();
                once.findings().forEach(one -> lines.add(one.message() + " " + one.remedy()));
                lines.addAll(Evaluations.lines(once.evaluation()));
                once.groups().forEach(one -> lines.addAll(GroupTables.lines(one)));
                yield lines;
            }
            case Measured.Rolling rolling -> RollingTables.lines(rolling.evaluation());
        };
    }

    static ObjectNode json(Measured measured) {
        return switch (measured) {
            case Measured.Once once -> {
                ObjectNode json = Evaluations.json(once.evaluation());
                json.set("groups", GroupTables.json(once.groups()));
                ArrayNode findings = Json.mapper().createArrayNode();
                once.findings()
                        .forEach(one -> findings.addObject()
                                .put("code", one.code())
                                .put("message", one.message())
                                .put("remedy", one.remedy()));
                json.set("findings", findings);
                yield json;
            }
            case Measured.Rolling rolling -> RollingTables.json(rolling.evaluation());
        };
    }
}
