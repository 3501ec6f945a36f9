package io.github.crispspring.ai;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * State of the help desk articles at the time they were read. An application that stores
 * it, for example as JSON, reads only what has changed after a restart.
 *
 * @param revision the last change of the help desk, or {@code null} if unknown
 * @param versions the version of each article by the identifier of its document
 */
public record HelpdeskSnapshot(@Nullable String revision, Map<String, String> versions) {

	/**
	 * Copy the versions.
	 */
	public HelpdeskSnapshot {
		versions = Map.copyOf(versions);
	}

	/**
	 * Return the state before anything was read.
	 * @return a snapshot without articles
	 */
	public static HelpdeskSnapshot empty() {
		return new HelpdeskSnapshot(null, Map.of());
	}

}
