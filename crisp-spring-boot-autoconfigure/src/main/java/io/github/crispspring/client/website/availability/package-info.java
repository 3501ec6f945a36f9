/**
 * The availability of a website: client and model types.
 */
@NullMarked
package io.github.crispspring.client.website.availability;

import org.jspecify.annotations.NullMarked;
