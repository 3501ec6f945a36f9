package io.github.crispspring.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Converts a column of a Markdown table to a bar chart in SVG.
 */
public final class Charts {

	private static final int LABELS = 260;

	private static final int BARS = 380;

	private static final int WIDTH = LABELS + BARS + 100;

	private static final int ROW = 26;

	private Charts() {
	}

	/**
	 * Print the chart of the table on the standard input.
	 * @param args the title and the column
	 * @throws IOException if the table cannot be read
	 */
	public static void main(String[] args) throws IOException {
		System.out.println(chart(args[0], values(args[1])));
	}

	/**
	 * Read the numbers of a column by the labels in the first one. A unit after a number
	 * is ignored, and so is a cell without a number.
	 */
	private static Map<String, Double> values(String column) throws IOException {
		Map<String, Double> values = new LinkedHashMap<>();
		try (BufferedReader reader = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
			List<String[]> rows = reader.lines()
				.filter((line) -> line.startsWith("| "))
				.map((line) -> line.substring(1).split("\\|"))
				.toList();
			int index = rows.isEmpty() ? -1 : Arrays.stream(rows.get(0)).map(String::strip).toList().indexOf(column);
			if (index < 0) {
				throw new IllegalArgumentException("There is no column '%s'".formatted(column));
			}
			for (String[] row : rows.subList(1, rows.size())) {
				String number = row[index].strip().split(" ", 2)[0];
				if (number.matches("-?[0-9.]+")) {
					values.put(row[0].strip(), Double.valueOf(number));
				}
			}
		}
		return values;
	}

	private static String chart(String title, Map<String, Double> values) {
		double max = values.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
		StringBuilder rows = new StringBuilder();
		int y = 2 * ROW;
		for (Map.Entry<String, Double> value : values.entrySet()) {
			double width = Math.max(1, BARS * value.getValue() / max);
			rows.append(String.format(Locale.ROOT, """
					<text x="%d" y="%d" text-anchor="end">%s</text>
					<rect x="%d" y="%d" width="%.1f" height="%d"/>
					<text x="%.1f" y="%d">%s</text>
					""", LABELS - 8, y, escape(value.getKey()), LABELS, y - 14, width, ROW - 8, LABELS + width + 6, y,
					number(value.getValue())));
			y += ROW;
		}
		return """
				<svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" role="img">
				<title>%3$s</title>
				<style>
				text { font: 13px sans-serif; fill: #24292f }
				.title { font-weight: bold }
				rect { fill: #1972f5 }
				@media (prefers-color-scheme: dark) { text { fill: #e6edf3 } }
				</style>
				<text class="title" x="8" y="18">%3$s</text>
				%4$s</svg>""".formatted(WIDTH, y, escape(title), rows);
	}

	private static String number(double value) {
		return (value == Math.rint(value)) ? String.format(Locale.ROOT, "%,.0f", value)
				: String.format(Locale.ROOT, "%,.2f", value);
	}

	private static String escape(String text) {
		return text.chars().mapToObj((character) -> switch (character) {
			case '<' -> "&lt;";
			case '>' -> "&gt;";
			case '&' -> "&amp;";
			case '"' -> "&quot;";
			default -> Character.toString(character);
		}).collect(Collectors.joining());
	}

}
