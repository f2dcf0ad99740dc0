package app.attune.events.read.shape;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/// Tells whether records have a value at a path, or have the member at all.
public final class PathProbe {
    private final FieldPath path;

    /// @throws app.attune.core.ProblemException `mapping.bad-shape` if `path` is no path
    public PathProbe(String path) {
        this.path = FieldPath.of(path);
    }

    /// Null and empty texts are no value.
    public boolean has(ObjectNode record) {
        return !text(record).isEmpty();
    }

    /// Also where it is null or empty.
    public boolean knows(ObjectNode record) {
        return !new RowView(new Decoding(), record, Map.of()).node(path).isMissingNode();
    }

    public String text(ObjectNode record) {
        RowView view = new RowView(new Decoding(), record, Map.of());
        return view.text(path);
    }
}
