/// Flags as flagd takes them.
@NullMarked
package app.attune.export.flagd;

import org.jspecify.annotations.NullMarked;
