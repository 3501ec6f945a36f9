package io.github.crispspring.listener;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Suggestions for a name that does not exist.
 */
final class NearestNames {

	private static final int SUGGESTIONS = 3;

	private NearestNames() {
	}

	static List<String> to(String name, Collection<String> known) {
		return known.stream()
			.sorted(Comparator.comparingInt((candidate) -> distance(name, candidate)))
			.limit(SUGGESTIONS)
			.toList();
	}

	/**
	 * Return the number of characters to change to turn one text into the other.
	 */
	private static int distance(String one, String other) {
		int[] previous = new int[other.length() + 1];
		for (int j = 0; j <= other.length(); j++) {
			previous[j] = j;
		}
		for (int i = 1; i <= one.length(); i++) {
			int[] current = new int[other.length() + 1];
			current[0] = i;
			for (int j = 1; j <= other.length(); j++) {
				int replaced = previous[j - 1] + ((one.charAt(i - 1) == other.charAt(j - 1)) ? 0 : 1);
				current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
			}
			previous = current;
		}
		return previous[other.length()];
	}

}
