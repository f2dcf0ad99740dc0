/// One row per person: attributes, consent, and the population that conditions are asked of.
@NullMarked
package app.attune.profiles;

import org.jspecify.annotations.NullMarked;
