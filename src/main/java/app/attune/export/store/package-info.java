/// The log of exports in H2.
@NullMarked
package app.attune.export.store;

import org.jspecify.annotations.NullMarked;
