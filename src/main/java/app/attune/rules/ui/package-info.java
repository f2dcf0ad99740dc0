/// The rule editor: the ordered list, the treatment of each rule, and the history of versions.
@NullMarked
package app.attune.rules.ui;

import org.jspecify.annotations.NullMarked;
