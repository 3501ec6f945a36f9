/**
 * Websites themselves: their client and its records.
 */
@NullMarked
package io.github.crispspring.client.website.base;

import org.jspecify.annotations.NullMarked;
