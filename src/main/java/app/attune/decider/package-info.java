/// A bundle as a server reads it: files checked, decisions made and golden decisions verified with nothing but the
/// bundle, sharing no code with the features that made it.
@NullMarked
package app.attune.decider;

import org.jspecify.annotations.NullMarked;
