package io.github.crispspring.client.website.helpdesk;

/**
 * A kind of content, of which the help desk keeps a tree for each language.
 */
public enum HelpdeskContentType {

	/**
	 * Articles.
	 */
	ARTICLES,

	/**
	 * Guides.
	 */
	GUIDES,

	/**
	 * References.
	 */
	REFERENCES,

	/**
	 * News.
	 */
	NEWS

}
