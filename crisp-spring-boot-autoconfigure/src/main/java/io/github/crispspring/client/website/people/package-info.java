/**
 * The profiles of the people that a website knows: their client and its records.
 */
@NullMarked
package io.github.crispspring.client.website.people;

import org.jspecify.annotations.NullMarked;
