/**
 * Visitors of a website: client and model types.
 */
@NullMarked
package io.github.crispspring.client.website.visitors;

import org.jspecify.annotations.NullMarked;
