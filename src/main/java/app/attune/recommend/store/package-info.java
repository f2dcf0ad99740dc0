/// Models in the workspace: raw arrays in files, their cards in the store.
@NullMarked
package app.attune.recommend.store;

import org.jspecify.annotations.NullMarked;
