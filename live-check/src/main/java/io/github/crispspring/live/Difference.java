package io.github.crispspring.live;

/**
 * Difference between a response and the contract. It contains no value of the response.
 *
 * @param kind the kind of difference
 * @param route the route
 * @param path the path of the field below {@code data}, empty for the response itself
 * @param detail the JSON types, or the status
 */
record Difference(Kind kind, String route, String path, String detail) {

	@Override
	public String toString() {
		return "%s `%s`: %s".formatted(this.route, this.path.isEmpty() ? "response" : this.path, this.detail);
	}

	/**
	 * Kind of difference.
	 */
	enum Kind {

		RESPONSE("Routes that respond otherwise"),

		UNKNOWN_FIELD("Fields that the records do not have"),

		TYPE("Fields of another type"),

		UNREADABLE("Fields that the records could not read"),

		ABSENT_FIELD("Fields that no response had (they may be optional)");

		private final String title;

		Kind(String title) {
			this.title = title;
		}

		String title() {
			return this.title;
		}

	}

}
