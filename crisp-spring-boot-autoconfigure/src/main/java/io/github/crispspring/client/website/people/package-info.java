/**
 * Profiles of people: client and model types.
 */
@NullMarked
package io.github.crispspring.client.website.people;

import org.jspecify.annotations.NullMarked;
