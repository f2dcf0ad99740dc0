/// Tests of rules.
@NullMarked
package app.attune.rules;

import org.jspecify.annotations.NullMarked;
