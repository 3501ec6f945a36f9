/**
 * From properties to beans: one auto-configuration for each room.
 */
@NullMarked
package io.github.crispspring.autoconfigure;

import org.jspecify.annotations.NullMarked;
