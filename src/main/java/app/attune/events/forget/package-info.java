/// Forgets single imports, and says before what that takes away and what it leaves wrong.
@NullMarked
package app.attune.events.forget;

import org.jspecify.annotations.NullMarked;
