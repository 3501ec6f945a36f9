/**
 * Campaigns of a website: client and model types.
 */
@NullMarked
package io.github.crispspring.client.website.campaign;

import org.jspecify.annotations.NullMarked;
