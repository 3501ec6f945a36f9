package io.github.crispspring.client.website.helpdesk;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * Domains of a help desk.
 *
 * @param root the domain for subdomains at Crisp
 * @param basic the name in that domain
 * @param custom the domain of its own
 * @param verified whether the domain of its own is set up
 */
public record HelpdeskDomain(@Nullable String root, @Nullable String basic, @Nullable String custom,
		@Nullable Boolean verified) {

	/**
	 * Instructions for the setup of a help desk domain.
	 *
	 * @param custom the domain
	 * @param setup the steps
	 * @param other further undocumented fields of the response
	 */
	public record SetupFlow(@Nullable String custom, @Nullable Setup setup,
			@JsonAnySetter @JsonAnyGetter Map<String, Object> other) {

		/**
		 * Steps of the setup.
		 *
		 * @param records the DNS records
		 */
		public record Setup(List<DnsRecord> records) {

			/**
			 * A DNS record.
			 *
			 * @param type the type
			 * @param query the name used to request it
			 * @param name the name
			 * @param value the value
			 */
			public record DnsRecord(@Nullable String type, @Nullable String query, @Nullable String name,
					@Nullable String value) {

			}

		}

	}

}
