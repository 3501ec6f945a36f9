package io.github.crispspring.model;

import io.github.crispspring.json.ExtraFields;
import org.jspecify.annotations.Nullable;

/**
 * System and browser of a visitor.
 *
 * @param os the operating system
 * @param engine the engine of the browser
 * @param browser the browser
 * @param useragent the user agent
 * @param extraFields the other fields, or {@code null} for none
 */
public record SystemInfo(@Nullable Os os, @Nullable Engine engine, @Nullable Browser browser,
		@Nullable String useragent, @Nullable ExtraFields extraFields) {

	/**
	 * Create an instance without extra fields.
	 * @param os the operating system
	 * @param engine the engine of the browser
	 * @param browser the browser
	 * @param useragent the user agent
	 */
	public SystemInfo(@Nullable Os os, @Nullable Engine engine, @Nullable Browser browser, @Nullable String useragent) {
		this(os, engine, browser, useragent, null);
	}

	/**
	 * An operating system.
	 *
	 * @param version the version
	 * @param name the name
	 * @param extraFields the other fields, or {@code null} for none
	 */
	public record Os(@Nullable String version, @Nullable String name, @Nullable ExtraFields extraFields) {

		/**
		 * Create an instance without extra fields.
		 * @param version the version
		 * @param name the name
		 */
		public Os(@Nullable String version, @Nullable String name) {
			this(version, name, null);
		}

	}

	/**
	 * The engine of a browser.
	 *
	 * @param name the name
	 * @param version the version
	 * @param extraFields the other fields, or {@code null} for none
	 */
	public record Engine(@Nullable String name, @Nullable String version, @Nullable ExtraFields extraFields) {

		/**
		 * Create an instance without extra fields.
		 * @param name the name
		 * @param version the version
		 */
		public Engine(@Nullable String name, @Nullable String version) {
			this(name, version, null);
		}

	}

	/**
	 * A browser.
	 *
	 * @param major the major version
	 * @param version the version
	 * @param name the name
	 * @param extraFields the other fields, or {@code null} for none
	 */
	public record Browser(@Nullable String major, @Nullable String version, @Nullable String name,
			@Nullable ExtraFields extraFields) {

		/**
		 * Create an instance without extra fields.
		 * @param major the major version
		 * @param version the version
		 * @param name the name
		 */
		public Browser(@Nullable String major, @Nullable String version, @Nullable String name) {
			this(major, version, name, null);
		}

	}

}
