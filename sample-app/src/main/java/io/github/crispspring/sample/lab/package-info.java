/**
 * The switches of the page: what may go wrong, done on purpose.
 */
@NullMarked
package io.github.crispspring.sample.lab;

import org.jspecify.annotations.NullMarked;
