/// Lists for all users at once, as files for the systems that show them.
@NullMarked
package app.attune.decide.lists;

import org.jspecify.annotations.NullMarked;
