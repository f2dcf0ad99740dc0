package app.attune.segments.ui;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;

/// The controls of a row.
///
/// @param first   in its first line
/// @param further each a line below
/// @param menu    what its menu begins with
record RowNodes(List<Node> first, List<Node> further, List<MenuItem> menu) {
    RowNodes {
        first = List.copyOf(first);
        further = List.copyOf(further);
        menu = List.copyOf(menu);
    }

    RowNodes(List<Node> first) {
        this(first, List.of(), List.of());
    }
}
