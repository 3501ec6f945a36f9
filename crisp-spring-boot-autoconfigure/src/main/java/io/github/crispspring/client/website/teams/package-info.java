/**
 * Teams of a website: client and model types.
 */
@NullMarked
package io.github.crispspring.client.website.teams;

import org.jspecify.annotations.NullMarked;
