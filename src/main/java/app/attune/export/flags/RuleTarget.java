package app.attune.export.flags;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.prove.TargetContext;
import app.attune.prove.TargetContext.Form;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A format of an engine that decides flags.
///
/// A target says what it cannot express and then writes nothing at all: it never comes close instead.
public interface RuleTarget {
    /// As in `attune export --target` and as the folder in a bundle.
    String name();

    /// The format that is written, with its version.
    String format();

    /// How the engine is given what it has to know of a user.
    default Form form() {
        return Form.NESTED;
    }

    /// Names of columns by field, where [#form] is a table.
    default Map<Field, String> columns(FlagPlan plan) {
        return Map.of();
    }

    /// The property that tells that a value is there, for engines that cannot ask.
    default Optional<String> present(Field field) {
        return Optional.empty();
    }

    /// What of the plan the target cannot express, naming the rule or segment, the row and what to do.
    List<Problem> findings(FlagPlan plan);

    /// The target's files by name, written only when there are no findings.
    SortedMap<String, String> render(FlagPlan plan);

    /// All files of the target by name.
    ///
    /// @throws ProblemException the first finding, and how many there are
    default SortedMap<String, String> files(FlagPlan plan) {
        List<Problem> findings = findings(plan);
        if (!findings.isEmpty()) {
            throw new ProblemException(Findings.together(findings));
        }
        SortedMap<String, String> files = new TreeMap<>(render(plan));
        files.put(TargetContext.NAME, ContextFile.of(this, plan));
        return files;
    }
}
