package app.attune.events.read.shape;

import app.attune.core.Require;

/// One row for every element of a list. A record without elements still gives one row.
///
/// @param each path of the list, such as `/items`; a single object counts as a list of one
/// @param as   the name by which paths reach the element, such as `item` in `item/price`
public record Explode(String each, String as) {
    public Explode {
        FieldPath.of(each);
        Require.that(as.matches("[A-Za-z][A-Za-z0-9_]*"), "A list's element needs a name of letters: '" + as + "'");
    }
}
