/**
 * Analytics of a website: client.
 */
@NullMarked
package io.github.crispspring.client.website.analytics;

import org.jspecify.annotations.NullMarked;
