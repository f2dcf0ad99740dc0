/// Tests of what is said about the quality of events.
@NullMarked
package app.attune.events.quality;

import org.jspecify.annotations.NullMarked;
