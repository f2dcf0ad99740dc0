/// How far the imported events can be trusted: completeness, volume, lateness, freshness, and what is expected of them.
@NullMarked
package app.attune.events.quality;

import org.jspecify.annotations.NullMarked;
