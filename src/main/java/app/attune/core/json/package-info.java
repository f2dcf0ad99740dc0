/// The one place that sets how JSON is read and written.
@NullMarked
package app.attune.core.json;

import org.jspecify.annotations.NullMarked;
