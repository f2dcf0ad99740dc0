/// Tests of rules.
@NullMarked
package app.attune.rules.replay;

import org.jspecify.annotations.NullMarked;
