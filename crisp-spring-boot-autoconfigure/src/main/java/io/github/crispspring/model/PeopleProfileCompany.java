package io.github.crispspring.model;

import java.util.List;

import io.github.crispspring.json.ExtraFields;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Details of a company.
 *
 * @param name the name
 * @param legalName the legal name
 * @param domain the domain
 * @param url the URL of its website
 * @param description a description
 * @param timezone the difference to UTC in minutes, as reported by a browser
 * @param phones the phone numbers
 * @param emails the email addresses
 * @param geolocation the estimated location
 * @param metrics the size
 * @param tags the tags
 * @param extraFields the other fields, or {@code null} for none
 */
@RecordBuilder
public record PeopleProfileCompany(@Nullable String name, @Nullable String legalName, @Nullable String domain,
		@Nullable String url, @Nullable String description, @Nullable Integer timezone, @Nullable List<String> phones,
		@Nullable List<String> emails, @Nullable GeolocationInfo geolocation, @Nullable Metrics metrics,
		@Nullable List<String> tags, @Nullable ExtraFields extraFields) {

	/**
	 * Create a builder.
	 * @return an empty builder
	 */
	public static PeopleProfileCompanyBuilder builder() {
		return PeopleProfileCompanyBuilder.builder();
	}

	/**
	 * Size of a company.
	 *
	 * @param employees the number of employees
	 * @param marketCap the market capitalization
	 * @param raised the capital raised
	 * @param arr the annual recurring revenue
	 * @param extraFields the other fields, or {@code null} for none
	 */
	public record Metrics(@Nullable Long employees, @Nullable Double marketCap, @Nullable Double raised,
			@Nullable Double arr, @Nullable ExtraFields extraFields) {

		/**
		 * Create an instance without extra fields.
		 * @param employees the number of employees
		 * @param marketCap the market capitalization
		 * @param raised the capital raised
		 * @param arr the annual recurring revenue
		 */
		public Metrics(@Nullable Long employees, @Nullable Double marketCap, @Nullable Double raised,
				@Nullable Double arr) {
			this(employees, marketCap, raised, arr, null);
		}

	}

}
