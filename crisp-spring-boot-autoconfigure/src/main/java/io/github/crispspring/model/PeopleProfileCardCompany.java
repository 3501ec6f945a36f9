package io.github.crispspring.model;

import java.util.List;

import io.github.crispspring.json.ExtraFields;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a company.
 *
 * @param name its name
 * @param legalName its name before the law
 * @param domain its domain
 * @param url the URL of its website
 * @param description a description
 * @param timezone the difference to UTC in minutes, as a browser gives it
 * @param phones its phone numbers
 * @param emails its e-mail addresses
 * @param geolocation where it seems to be
 * @param metrics its size
 * @param tags words that describe it
 * @param extraFields the fields without a readable component, if any
 */
@RecordBuilder
public record PeopleProfileCardCompany(@Nullable String name, @Nullable String legalName, @Nullable String domain,
		@Nullable String url, @Nullable String description, @Nullable Integer timezone, @Nullable List<String> phones,
		@Nullable List<String> emails, @Nullable GeolocationInfo geolocation, @Nullable Metrics metrics,
		@Nullable List<String> tags, @Nullable ExtraFields extraFields) {

	/**
	 * Start building one.
	 * @return a builder in which nothing is set
	 */
	public static PeopleProfileCardCompanyBuilder builder() {
		return PeopleProfileCardCompanyBuilder.builder();
	}

	/**
	 * The size of a company.
	 *
	 * @param employees how many people work for it
	 * @param marketCap its market capitalization
	 * @param raised how much money it raised
	 * @param arr its annual recurring revenue
	 * @param extraFields the fields without a readable component, if any
	 */
	public record Metrics(@Nullable Long employees, @Nullable Double marketCap, @Nullable Double raised,
			@Nullable Double arr, @Nullable ExtraFields extraFields) {

		/**
		 * Create an instance without extra fields.
		 * @param employees how many people work for it
		 * @param marketCap its market capitalization
		 * @param raised how much money it raised
		 * @param arr its annual recurring revenue
		 */
		public Metrics(@Nullable Long employees, @Nullable Double marketCap, @Nullable Double raised,
				@Nullable Double arr) {
			this(employees, marketCap, raised, arr, null);
		}

	}

}
