/// Tests of decisions and of the preview.
@NullMarked
package app.attune.decide;

import org.jspecify.annotations.NullMarked;
