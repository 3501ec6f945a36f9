package io.github.crispspring.client.website.operator;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.github.crispspring.json.ExtraFields;
import org.jspecify.annotations.Nullable;

/**
 * An operator of a website.
 *
 * @param userId the identifier of the operator
 * @param email the email address
 * @param avatar the URL of the operator's picture
 * @param firstName the first name
 * @param lastName the last name
 * @param role the role, such as {@code member}
 * @param title the title
 * @param availability the availability, such as {@code online}
 * @param hasToken whether there is a token
 * @param identifier the identifier of the token
 * @param key the key of the token
 * @param extraFields the other fields, or {@code null} for none
 */
// The official clients disagree on the spelling of names: both are read
public record WebsiteOperator(@JsonAlias("userID") @Nullable String userId, @Nullable String email,
		@Nullable String avatar, @JsonAlias("firstName") @Nullable String firstName,
		@JsonAlias("lastName") @Nullable String lastName, @Nullable String role, @Nullable String title,
		@Nullable String availability, @JsonAlias("hasToken") @Nullable Boolean hasToken, @Nullable String identifier,
		@Nullable String key, @Nullable ExtraFields extraFields) {

	/**
	 * Create an instance without extra fields.
	 * @param userId the identifier of the operator
	 * @param email the email address
	 * @param avatar the URL of the operator's picture
	 * @param firstName the first name
	 * @param lastName the last name
	 * @param role the role, such as {@code member}
	 * @param title the title
	 * @param availability the availability, such as {@code online}
	 * @param hasToken whether there is a token
	 * @param identifier the identifier of the token
	 * @param key the key of the token
	 */
	public WebsiteOperator(@Nullable String userId, @Nullable String email, @Nullable String avatar,
			@Nullable String firstName, @Nullable String lastName, @Nullable String role, @Nullable String title,
			@Nullable String availability, @Nullable Boolean hasToken, @Nullable String identifier,
			@Nullable String key) {
		this(userId, email, avatar, firstName, lastName, role, title, availability, hasToken, identifier, key, null);
	}

	/**
	 * Return a description of the operator without the token.
	 */
	@Override
	public String toString() {
		return "WebsiteOperator[userId=" + this.userId + ", role=" + this.role + "]";
	}

}
