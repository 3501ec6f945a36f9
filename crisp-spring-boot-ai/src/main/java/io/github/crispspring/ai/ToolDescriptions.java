package io.github.crispspring.ai;

/**
 * Descriptions of arguments that several tools have.
 */
final class ToolDescriptions {

	static final String WEBSITE_ID = "The identifier of the website, which 'crisp_list_websites' returns. "
			+ "It can be omitted if there is one website only.";

	static final String SESSION_ID = "The identifier of the conversation, such as session_84ca425d";

	private ToolDescriptions() {
	}

}
