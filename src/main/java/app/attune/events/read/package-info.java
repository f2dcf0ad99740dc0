/// Files of rows as they come: compression, encoding, delimiter, records, and what their columns look like.
@NullMarked
package app.attune.events.read;

import org.jspecify.annotations.NullMarked;
