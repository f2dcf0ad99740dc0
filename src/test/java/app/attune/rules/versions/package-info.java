/// Tests of versions of the rules.
@NullMarked
package app.attune.rules.versions;

import org.jspecify.annotations.NullMarked;
