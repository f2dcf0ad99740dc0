/// What is different between two bundles, in words.
@NullMarked
package app.attune.export.diff;

import org.jspecify.annotations.NullMarked;
