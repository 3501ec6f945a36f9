/**
 * The settings of a website: their client and its record.
 */
@NullMarked
package io.github.crispspring.client.website.settings;

import org.jspecify.annotations.NullMarked;
