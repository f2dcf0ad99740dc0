/// Buyers by how recently, how often and for how much they bought.
@NullMarked
package app.attune.segments.rfm;

import org.jspecify.annotations.NullMarked;
