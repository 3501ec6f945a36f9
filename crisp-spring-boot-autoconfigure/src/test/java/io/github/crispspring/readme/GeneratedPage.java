package io.github.crispspring.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A page of the documentation with a part that is generated. The part lies between two
 * comments that HTML does not show. With the system property {@code documentation.update}
 * the part is written, otherwise it is only compared.
 *
 * @param file the page
 */
record GeneratedPage(Path file) {

	private static final String BEGIN = "<!-- generated: %s -->\n";

	private static final String END = "\n<!-- end -->";

	/**
	 * Return the generated part of the page, after updating it if that was requested.
	 * @param name the name of the part
	 * @param content what the part should contain
	 * @return what it contains
	 */
	String part(String name, String content) throws IOException {
		String text = Files.readString(this.file);
		String marker = BEGIN.formatted(name);
		int begin = text.indexOf(marker) + marker.length();
		int end = text.indexOf(END, begin);
		if (begin < marker.length() || end < 0) {
			throw new IllegalStateException(this.file + " has no part '" + name + "'");
		}
		if (Boolean.getBoolean("documentation.update")) {
			Files.writeString(this.file, text.substring(0, begin) + content + text.substring(end));
			return content;
		}
		return text.substring(begin, end);
	}

}
