package io.github.crispspring.model;

import io.github.crispspring.json.ExtraFields;
import org.jspecify.annotations.Nullable;

/**
 * Network connection of a visitor.
 *
 * @param isp the name of the provider
 * @param asn the number of the autonomous system, such as {@code AS64496}
 * @param extraFields the other fields, or {@code null} for none
 */
public record ConnectionInfo(@Nullable String isp, @Nullable String asn, @Nullable ExtraFields extraFields) {

	/**
	 * Create an instance without extra fields.
	 * @param isp the name of the provider
	 * @param asn the number of the autonomous system, such as {@code AS64496}
	 */
	public ConnectionInfo(@Nullable String isp, @Nullable String asn) {
		this(isp, asn, null);
	}

}
