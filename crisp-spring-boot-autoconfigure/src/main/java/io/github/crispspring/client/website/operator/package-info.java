/**
 * Operators of a website: client and model types.
 */
@NullMarked
package io.github.crispspring.client.website.operator;

import org.jspecify.annotations.NullMarked;
