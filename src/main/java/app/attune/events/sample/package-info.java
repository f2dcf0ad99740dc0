/// The bundled sample: a fictional outdoor shop, generated from a seed, with truths planted to be found again.
@NullMarked
package app.attune.events.sample;

import org.jspecify.annotations.NullMarked;
