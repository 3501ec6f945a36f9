/**
 * The shop and its chat box.
 */
@NullMarked
package io.github.crispspring.sample.shop;

import org.jspecify.annotations.NullMarked;
