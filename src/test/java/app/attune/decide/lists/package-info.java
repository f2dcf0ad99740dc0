@NullMarked
package app.attune.decide.lists;

import org.jspecify.annotations.NullMarked;
