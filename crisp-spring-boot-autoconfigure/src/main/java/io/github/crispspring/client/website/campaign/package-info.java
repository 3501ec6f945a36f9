/**
 * The campaigns of a website: their client and its records.
 */
@NullMarked
package io.github.crispspring.client.website.campaign;

import org.jspecify.annotations.NullMarked;
