/// Flags as segments of Apache Unomi.
@NullMarked
package app.attune.export.unomi;

import org.jspecify.annotations.NullMarked;
