/**
 * Plugins and the websites that have installed them: clients and model types.
 */
@NullMarked
package io.github.crispspring.client.plugin;

import org.jspecify.annotations.NullMarked;
