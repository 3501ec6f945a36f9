package io.github.crispspring.embedded;

import java.util.List;
import java.util.Locale;

import tools.jackson.databind.node.ObjectNode;

/**
 * Operator of the website of an embedded Crisp.
 *
 * @param userId the identifier
 * @param firstName the first name
 * @param lastName the last name
 */
public record EmbeddedOperator(String userId, String firstName, String lastName) {

	static final List<EmbeddedOperator> ALL = List.of(
			new EmbeddedOperator("0b9d2c8e-6c55-4d4f-9d4f-3f0f8a3f5c11", "Maya", "Lindt"),
			new EmbeddedOperator("7a1f4f43-02a6-4a5e-8a35-5b0c1b9a6e22", "Tom", "Berger"));

	/**
	 * Return the name that visitors see.
	 * @return the first and the last name
	 */
	public String nickname() {
		return this.firstName + " " + this.lastName;
	}

	ObjectNode toUser() {
		return Json.object().put("type", "user").put("user_id", this.userId).put("nickname", nickname());
	}

	ObjectNode toDocument() {
		return Json.object()
			.put("user_id", this.userId)
			.put("email", this.firstName.toLowerCase(Locale.ROOT) + "@example.com")
			.put("avatar", "")
			.put("first_name", this.firstName)
			.put("last_name", this.lastName)
			.put("role", "owner")
			.put("title", "")
			.put("availability", "online")
			.put("has_token", true);
	}

}
