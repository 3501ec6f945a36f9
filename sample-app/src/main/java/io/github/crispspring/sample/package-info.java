/**
 * Sample application with a support bot.
 */
@NullMarked
package io.github.crispspring.sample;

import org.jspecify.annotations.NullMarked;
