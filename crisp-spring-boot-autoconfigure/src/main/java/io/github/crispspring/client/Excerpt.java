package io.github.crispspring.client;

/**
 * Excerpt of an external text for a line of a log. Control characters are replaced and
 * the length is limited.
 */
final class Excerpt {

	private static final String ELLIPSIS = "...";

	private Excerpt() {
	}

	/**
	 * Create an excerpt.
	 * @param text the text
	 * @param maxLength the maximum number of characters
	 * @return the excerpt
	 */
	static String of(String text, int maxLength) {
		StringBuilder excerpt = new StringBuilder();
		for (int i = 0; i < text.length();) {
			int character = text.codePointAt(i);
			if (excerpt.length() + Character.charCount(character) > maxLength) {
				return excerpt.append(ELLIPSIS).toString();
			}
			excerpt.appendCodePoint(isPrintable(character) ? character : ' ');
			i += Character.charCount(character);
		}
		return excerpt.toString();
	}

	private static boolean isPrintable(int character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
					Character.PARAGRAPH_SEPARATOR ->
				false;
			default -> true;
		};
	}

}
