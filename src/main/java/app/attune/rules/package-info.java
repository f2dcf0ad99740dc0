/// Rules: who gets what treatment, in which order, and how conflicts end.
@NullMarked
package app.attune.rules;

import org.jspecify.annotations.NullMarked;
