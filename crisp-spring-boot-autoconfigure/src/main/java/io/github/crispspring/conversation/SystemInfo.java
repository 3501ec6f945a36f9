package io.github.crispspring.conversation;

import org.jspecify.annotations.Nullable;

/**
 * What a visitor uses.
 *
 * @param os the operating system
 * @param engine the engine of the browser
 * @param browser the browser
 * @param useragent what the browser says of itself
 */
public record SystemInfo(@Nullable Os os, @Nullable Engine engine, @Nullable Browser browser,
		@Nullable String useragent) {

	/**
	 * An operating system.
	 *
	 * @param version its version
	 * @param name its name
	 */
	public record Os(@Nullable String version, @Nullable String name) {

	}

	/**
	 * The engine of a browser.
	 *
	 * @param name its name
	 * @param version its version
	 */
	public record Engine(@Nullable String name, @Nullable String version) {

	}

	/**
	 * A browser.
	 *
	 * @param major its major version
	 * @param version its version
	 * @param name its name
	 */
	public record Browser(@Nullable String major, @Nullable String version, @Nullable String name) {

	}

}
