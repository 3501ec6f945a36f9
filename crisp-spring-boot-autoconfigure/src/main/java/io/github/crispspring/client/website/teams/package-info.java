/**
 * The teams of a website: their client and its records.
 */
@NullMarked
package io.github.crispspring.client.website.teams;

import org.jspecify.annotations.NullMarked;
