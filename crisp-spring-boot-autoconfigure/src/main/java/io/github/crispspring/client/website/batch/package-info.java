/**
 * Operations on many conversations or profiles of a website at once: their client and its
 * records.
 */
@NullMarked
package io.github.crispspring.client.website.batch;

import org.jspecify.annotations.NullMarked;
