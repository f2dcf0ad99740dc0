/// Tests of versions and of segments as files.
@NullMarked
package app.attune.segments.versions;

import org.jspecify.annotations.NullMarked;
