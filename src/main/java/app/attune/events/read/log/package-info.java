/// Lines of server logs: the language of their patterns, the known patterns, and what their values mean.
@NullMarked
package app.attune.events.read.log;

import org.jspecify.annotations.NullMarked;
