package io.github.crispspring.ai;

import java.util.List;

import org.springframework.ai.document.Document;

/**
 * Changes of the help desk articles since they were read before.
 *
 * @param changed the documents of the articles that are new or have changed
 * @param removed the identifiers of the documents whose articles can no longer be read by
 * visitors
 * @param snapshot the state to compare with next time
 */
public record HelpdeskChanges(List<Document> changed, List<String> removed, HelpdeskSnapshot snapshot) {

	/**
	 * Copy the lists.
	 */
	public HelpdeskChanges {
		changed = List.copyOf(changed);
		removed = List.copyOf(removed);
	}

	/**
	 * Return whether nothing has changed.
	 * @return whether there is neither a changed nor a removed article
	 */
	public boolean isEmpty() {
		return this.changed.isEmpty() && this.removed.isEmpty();
	}

	/**
	 * Return a description without the texts.
	 */
	@Override
	public String toString() {
		return "HelpdeskChanges[changed=" + this.changed.size() + ", removed=" + this.removed.size() + "]";
	}

}
