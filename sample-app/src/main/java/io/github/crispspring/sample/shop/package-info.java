/**
 * Visitor's part of the page, the chat box of a shop.
 */
@NullMarked
package io.github.crispspring.sample.shop;

import org.jspecify.annotations.NullMarked;
