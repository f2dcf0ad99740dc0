/// Tests of the stored rule sets.
@NullMarked
package app.attune.rules.store;

import org.jspecify.annotations.NullMarked;
