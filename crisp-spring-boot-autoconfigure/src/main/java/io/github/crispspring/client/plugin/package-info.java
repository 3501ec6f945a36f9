/**
 * What a plugin can ask about itself, and the plugins that websites installed: the
 * clients and their records.
 */
@NullMarked
package io.github.crispspring.client.plugin;

import org.jspecify.annotations.NullMarked;
