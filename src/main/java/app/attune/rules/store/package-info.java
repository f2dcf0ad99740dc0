/// Rule sets in the workspace's store.
@NullMarked
package app.attune.rules.store;

import org.jspecify.annotations.NullMarked;
