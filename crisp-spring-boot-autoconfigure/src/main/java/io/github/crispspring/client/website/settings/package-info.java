/**
 * Settings of a website: client and model types.
 */
@NullMarked
package io.github.crispspring.client.website.settings;

import org.jspecify.annotations.NullMarked;
