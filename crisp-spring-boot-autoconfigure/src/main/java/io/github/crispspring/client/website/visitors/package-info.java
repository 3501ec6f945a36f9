/**
 * The visitors of a website: their client and its records.
 */
@NullMarked
package io.github.crispspring.client.website.visitors;

import org.jspecify.annotations.NullMarked;
