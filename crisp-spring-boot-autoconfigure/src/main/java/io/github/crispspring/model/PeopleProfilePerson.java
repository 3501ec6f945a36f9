package io.github.crispspring.model;

import java.util.List;

import io.github.crispspring.json.ExtraFields;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Details of a person.
 *
 * @param nickname the name
 * @param avatar the URL of a picture
 * @param gender the gender
 * @param phone the phone number
 * @param address the postal address
 * @param description a description
 * @param website the person's own website
 * @param timezone the difference to UTC in minutes, as reported by a browser
 * @param profiles accounts at other services
 * @param employment the employment of the person
 * @param geolocation the estimated location of the person
 * @param locales the languages of the person
 * @param extraFields the other fields, or {@code null} for none
 */
@RecordBuilder
public record PeopleProfilePerson(@Nullable String nickname, @Nullable String avatar, @Nullable String gender,
		@Nullable String phone, @Nullable String address, @Nullable String description, @Nullable String website,
		@Nullable Integer timezone, @Nullable List<Profile> profiles, @Nullable Employment employment,
		@Nullable GeolocationInfo geolocation, @Nullable List<String> locales, @Nullable ExtraFields extraFields) {

	/**
	 * Create a builder.
	 * @return an empty builder
	 */
	public static PeopleProfilePersonBuilder builder() {
		return PeopleProfilePersonBuilder.builder();
	}

	/**
	 * Account at another service.
	 *
	 * @param type the service
	 * @param handle the name of the account
	 * @param url the URL
	 * @param extraFields the other fields, or {@code null} for none
	 */
	public record Profile(@Nullable String type, @Nullable String handle, @Nullable String url,
			@Nullable ExtraFields extraFields) {

		/**
		 * Create an instance without extra fields.
		 * @param type the service
		 * @param handle the name of the account
		 * @param url the URL
		 */
		public Profile(@Nullable String type, @Nullable String handle, @Nullable String url) {
			this(type, handle, url, null);
		}

	}

	/**
	 * Employment of a person.
	 *
	 * @param name the name of the employer
	 * @param domain the domain of the employer
	 * @param title the title of the person
	 * @param role the role of the person
	 * @param seniority the rank of the person
	 * @param extraFields the other fields, or {@code null} for none
	 */
	public record Employment(@Nullable String name, @Nullable String domain, @Nullable String title,
			@Nullable String role, @Nullable String seniority, @Nullable ExtraFields extraFields) {

		/**
		 * Create an instance without extra fields.
		 * @param name the name of the employer
		 * @param domain the domain of the employer
		 * @param title the title of the person
		 * @param role the role of the person
		 * @param seniority the rank of the person
		 */
		public Employment(@Nullable String name, @Nullable String domain, @Nullable String title, @Nullable String role,
				@Nullable String seniority) {
			this(name, domain, title, role, seniority, null);
		}

	}

}
