/**
 * Websites: client and model types.
 */
@NullMarked
package io.github.crispspring.client.website.base;

import org.jspecify.annotations.NullMarked;
