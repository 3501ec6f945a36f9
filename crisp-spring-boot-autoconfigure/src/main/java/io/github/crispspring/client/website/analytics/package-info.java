/**
 * The figures of a website: their client.
 */
@NullMarked
package io.github.crispspring.client.website.analytics;

import org.jspecify.annotations.NullMarked;
