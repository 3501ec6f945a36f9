package io.github.crispspring.client.plugin;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * What a website used of a plugin and pays for.
 *
 * @param name what was used
 * @param units how much of it
 * @param price what it costs
 * @param other what else Crisp answered, which is not documented
 */
public record PluginBillUsage(@Nullable String name, @Nullable Integer units, @Nullable Double price,
		@JsonAnySetter @JsonAnyGetter Map<String, Object> other) {

	/**
	 * Create a usage to report.
	 * @param name what was used
	 * @param units how much of it
	 * @param price what it costs
	 */
	public PluginBillUsage(String name, int units, double price) {
		this(name, units, price, Map.of());
	}

}
