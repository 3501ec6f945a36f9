/**
 * The operators of a website: their client and its records.
 */
@NullMarked
package io.github.crispspring.client.website.operator;

import org.jspecify.annotations.NullMarked;
