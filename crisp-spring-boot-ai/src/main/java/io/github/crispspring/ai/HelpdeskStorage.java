package io.github.crispspring.ai;

/**
 * Storage of help desk articles at Crisp.
 */
public enum HelpdeskStorage {

	/**
	 * The tree of a language, which Crisp's current clients use.
	 */
	TREE,

	/**
	 * The former storage, whose articles have a time of the last change.
	 */
	ARTICLES

}
