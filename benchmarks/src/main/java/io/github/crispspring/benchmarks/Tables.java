package io.github.crispspring.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Converts the lines printed by {@link Figures} to a table with the medians of each
 * subject and the ratio of its CPU time to that of the first.
 */
public final class Tables {

	private static final String[] COLUMNS = { "CPU µs", "per second", "p50 ms", "p99 ms", "allocated bytes",
			"resident MiB" };

	private Tables() {
	}

	/**
	 * Print the table of the lines on the standard input.
	 * @param args none
	 * @throws IOException if the lines cannot be read
	 */
	public static void main(String[] args) throws IOException {
		Map<String, List<String[]>> runs = new LinkedHashMap<>();
		try (BufferedReader reader = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
			reader.lines()
				.map((line) -> line.split("\t"))
				.filter((fields) -> fields[0].equals("figures"))
				.forEach((fields) -> runs.computeIfAbsent(fields[2], (subject) -> new ArrayList<>()).add(fields));
		}
		System.out.println("| Subject | " + String.join(" | ", COLUMNS) + " | CPU ratio | Runs |");
		System.out.println("|---" + "|---".repeat(COLUMNS.length + 2) + "|");
		double first = Double.NaN;
		for (Map.Entry<String, List<String[]>> subject : runs.entrySet()) {
			StringBuilder line = new StringBuilder("| ").append(subject.getKey());
			for (int i = 0; i < COLUMNS.length; i++) {
				line.append(" | ").append(median(subject.getValue(), i + 3));
			}
			double cpu = Double.parseDouble(median(subject.getValue(), 3));
			first = Double.isNaN(first) ? cpu : first;
			System.out.printf("%s | %.2f | %d |%n", line, cpu / first, subject.getValue().size());
		}
	}

	private static String median(List<String[]> runs, int field) {
		if (runs.get(0)[field].equals("-")) {
			return "-";
		}
		List<String> sorted = runs.stream()
			.map((fields) -> fields[field])
			.sorted((one, other) -> Double.compare(Double.parseDouble(one), Double.parseDouble(other)))
			.toList();
		return sorted.get(sorted.size() / 2);
	}

}
