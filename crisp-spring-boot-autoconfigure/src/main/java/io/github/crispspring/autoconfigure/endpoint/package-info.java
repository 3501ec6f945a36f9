/**
 * The actuator endpoint that tells what the application hears of Crisp, and how.
 */
@NullMarked
package io.github.crispspring.autoconfigure.endpoint;

import org.jspecify.annotations.NullMarked;
