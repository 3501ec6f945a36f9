/**
 * The availability of a website: its client and its records.
 */
@NullMarked
package io.github.crispspring.client.website.availability;

import org.jspecify.annotations.NullMarked;
