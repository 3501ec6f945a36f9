package io.github.crispspring.client.plugin;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * Usage of a plugin that is billed to a website.
 *
 * @param name the usage
 * @param units the quantity
 * @param price the price
 * @param other further undocumented fields of the response
 */
public record PluginBillUsage(@Nullable String name, @Nullable Integer units, @Nullable Double price,
		@JsonAnySetter @JsonAnyGetter Map<String, Object> other) {

	/**
	 * Create an instance to report.
	 * @param name the usage
	 * @param units the quantity
	 * @param price the price
	 */
	public PluginBillUsage(String name, int units, double price) {
		this(name, units, price, Map.of());
	}

}
