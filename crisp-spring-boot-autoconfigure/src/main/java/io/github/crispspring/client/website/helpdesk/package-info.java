/**
 * Help desk of a website: client and model types.
 */
@NullMarked
package io.github.crispspring.client.website.helpdesk;

import org.jspecify.annotations.NullMarked;
