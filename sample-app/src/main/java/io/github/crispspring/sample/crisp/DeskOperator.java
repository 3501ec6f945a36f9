package io.github.crispspring.sample.crisp;

import java.util.List;
import java.util.Locale;

import tools.jackson.databind.node.ObjectNode;

/**
 * Operator of the website.
 *
 * @param userId the identifier of the operator
 * @param firstName the first name
 * @param lastName the last name
 */
public record DeskOperator(String userId, String firstName, String lastName) {

	static final List<DeskOperator> ALL = List.of(
			new DeskOperator("0b9d2c8e-6c55-4d4f-9d4f-3f0f8a3f5c11", "Maya", "Lindt"),
			new DeskOperator("7a1f4f43-02a6-4a5e-8a35-5b0c1b9a6e22", "Tom", "Berger"));

	/**
	 * Return the name of the operator that visitors see.
	 * @return the name
	 */
	public String nickname() {
		return this.firstName + " " + this.lastName;
	}

	ObjectNode toUser() {
		return Envelope.object().put("type", "user").put("user_id", this.userId).put("nickname", nickname());
	}

	ObjectNode toJson() {
		ObjectNode json = Envelope.object().put("type", "operator");
		json.putObject("details")
			.put("user_id", this.userId)
			.put("email", this.firstName.toLowerCase(Locale.ROOT) + "@example.org")
			.putNull("avatar")
			.put("first_name", this.firstName)
			.put("last_name", this.lastName)
			.put("role", "member")
			.put("title", "Customer support")
			.put("availability", "online")
			.put("has_token", false);
		return json;
	}

}
