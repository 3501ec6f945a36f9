package io.github.crispspring.model;

import io.github.crispspring.json.ExtraFields;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor uses.
 *
 * @param os the operating system
 * @param engine the engine of the browser
 * @param browser the browser
 * @param useragent what the browser says of itself
 * @param extraFields the fields without a readable component, if any
 */
public record SystemInfo(@Nullable Os os, @Nullable Engine engine, @Nullable Browser browser,
		@Nullable String useragent, @Nullable ExtraFields extraFields) {

	/**
	 * Create an instance without extra fields.
	 * @param os the operating system
	 * @param engine the engine of the browser
	 * @param browser the browser
	 * @param useragent what the browser says of itself
	 */
	public SystemInfo(@Nullable Os os, @Nullable Engine engine, @Nullable Browser browser, @Nullable String useragent) {
		this(os, engine, browser, useragent, null);
	}

	/**
	 * An operating system.
	 *
	 * @param version its version
	 * @param name its name
	 * @param extraFields the fields without a readable component, if any
	 */
	public record Os(@Nullable String version, @Nullable String name, @Nullable ExtraFields extraFields) {

		/**
		 * Create an instance without extra fields.
		 * @param version its version
		 * @param name its name
		 */
		public Os(@Nullable String version, @Nullable String name) {
			this(version, name, null);
		}

	}

	/**
	 * The engine of a browser.
	 *
	 * @param name its name
	 * @param version its version
	 * @param extraFields the fields without a readable component, if any
	 */
	public record Engine(@Nullable String name, @Nullable String version, @Nullable ExtraFields extraFields) {

		/**
		 * Create an instance without extra fields.
		 * @param name its name
		 * @param version its version
		 */
		public Engine(@Nullable String name, @Nullable String version) {
			this(name, version, null);
		}

	}

	/**
	 * A browser.
	 *
	 * @param major its major version
	 * @param version its version
	 * @param name its name
	 * @param extraFields the fields without a readable component, if any
	 */
	public record Browser(@Nullable String major, @Nullable String version, @Nullable String name,
			@Nullable ExtraFields extraFields) {

		/**
		 * Create an instance without extra fields.
		 * @param major its major version
		 * @param version its version
		 * @param name its name
		 */
		public Browser(@Nullable String major, @Nullable String version, @Nullable String name) {
			this(major, version, name, null);
		}

	}

}
