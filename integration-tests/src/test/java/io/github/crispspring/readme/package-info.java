/**
 * The Java of the README that needs more than the starter, so that it compiles.
 */
@NullMarked
package io.github.crispspring.readme;

import org.jspecify.annotations.NullMarked;
