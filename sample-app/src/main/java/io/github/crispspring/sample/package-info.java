/**
 * The sample application: a support bot for Crisp.
 */
@NullMarked
package io.github.crispspring.sample;

import org.jspecify.annotations.NullMarked;
