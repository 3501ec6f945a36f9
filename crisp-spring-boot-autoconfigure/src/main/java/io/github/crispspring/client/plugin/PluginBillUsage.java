package io.github.crispspring.client.plugin;

import org.jspecify.annotations.Nullable;

/**
 * What a website used of a plugin and pays for.
 *
 * @param name what was used
 * @param units how much of it
 * @param price what it costs
 */
public record PluginBillUsage(@Nullable String name, @Nullable Integer units, @Nullable Double price) {

}
