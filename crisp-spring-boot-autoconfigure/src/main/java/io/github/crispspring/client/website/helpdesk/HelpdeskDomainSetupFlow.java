package io.github.crispspring.client.website.helpdesk;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * How to set up a domain for the help desk.
 *
 * @param custom the domain
 * @param setup what to set up
 * @param other what else Crisp answered, which is not documented
 */
public record HelpdeskDomainSetupFlow(@Nullable String custom, @Nullable Setup setup,
		@JsonAnySetter @JsonAnyGetter Map<String, Object> other) {

	/**
	 * What to set up.
	 *
	 * @param records the DNS records
	 */
	public record Setup(List<DnsRecord> records) {

		/**
		 * A DNS record.
		 *
		 * @param type its type
		 * @param query the name it is asked for by
		 * @param name its name
		 * @param value its value
		 */
		public record DnsRecord(@Nullable String type, @Nullable String query, @Nullable String name,
				@Nullable String value) {

		}

	}

}
