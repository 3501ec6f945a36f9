/**
 * The health of the connection to Crisp.
 */
@NullMarked
package io.github.crispspring.autoconfigure.health;

import org.jspecify.annotations.NullMarked;
