package io.github.crispspring.client.website.helpdesk;

/**
 * Content type of the help desk, which has one tree per language and content type.
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
