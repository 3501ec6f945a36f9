/**
 * Operations on many conversations or profiles of a website: client and model types.
 */
@NullMarked
package io.github.crispspring.client.website.batch;

import org.jspecify.annotations.NullMarked;
