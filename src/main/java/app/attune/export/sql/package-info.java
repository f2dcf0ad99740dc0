/// Flags as one SELECT over a table of profiles, in the words of several databases.
@NullMarked
package app.attune.export.sql;

import org.jspecify.annotations.NullMarked;
