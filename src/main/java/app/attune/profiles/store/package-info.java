/// Attributes of users, read from the chunks that imports of users stored.
@NullMarked
package app.attune.profiles.store;

import org.jspecify.annotations.NullMarked;
