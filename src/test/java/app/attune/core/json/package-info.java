/// Tests of how JSON is read.
@NullMarked
package app.attune.core.json;

import org.jspecify.annotations.NullMarked;
