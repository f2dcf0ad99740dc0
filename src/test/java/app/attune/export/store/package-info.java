/// Tests of the log of exports.
@NullMarked
package app.attune.export.store;

import org.jspecify.annotations.NullMarked;
