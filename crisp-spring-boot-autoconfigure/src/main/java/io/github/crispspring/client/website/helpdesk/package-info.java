/**
 * The help desk of a website: its client and its records.
 */
@NullMarked
package io.github.crispspring.client.website.helpdesk;

import org.jspecify.annotations.NullMarked;
