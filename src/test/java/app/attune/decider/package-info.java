@NullMarked
package app.attune.decider;

import org.jspecify.annotations.NullMarked;
