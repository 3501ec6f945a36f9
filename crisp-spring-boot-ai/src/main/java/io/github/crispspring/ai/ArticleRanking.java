package io.github.crispspring.ai;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.ai.document.Document;

/**
 * Ranking of articles by the words of a question. A rare word counts more than a frequent
 * one, and a word of the title more than one of the text. Words match if one begins with
 * the other, so that a plural matches its singular in many languages.
 */
final class ArticleRanking {

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{2,}");

	private static final int SHORTEST_PREFIX = 4;

	private static final int TITLE_WEIGHT = 3;

	private final List<Article> articles;

	ArticleRanking(Collection<Document> documents) {
		this.articles = documents.stream().map(Article::of).toList();
	}

	/**
	 * Return the articles that have a word of the question.
	 * @return at most the given number of articles with their scores, best first
	 */
	List<Document> best(String question, int limit) {
		Set<String> words = wordsIn(question).collect(Collectors.toSet());
		Map<Article, Double> scores = new HashMap<>();
		for (String word : words) {
			Map<Article, Double> weights = new HashMap<>();
			this.articles.forEach((article) -> {
				double weight = article.weight(word);
				if (weight > 0) {
					weights.put(article, weight);
				}
			});
			double rarity = Math.log(1 + (double) this.articles.size() / Math.max(1, weights.size()));
			weights.forEach((article, weight) -> scores.merge(article, weight * rarity, Double::sum));
		}
		return scores.entrySet()
			.stream()
			.sorted(Map.Entry.<Article, Double>comparingByValue()
				.reversed()
				.thenComparing(Map.Entry.comparingByKey(Comparator.comparing((article) -> article.document.getId()))))
			.limit(limit)
			.map((entry) -> entry.getKey().document.mutate().score(entry.getValue()).build())
			.toList();
	}

	private static Stream<String> wordsIn(Object text) {
		return WORD.matcher(text.toString().toLowerCase(Locale.ROOT)).results().map(MatchResult::group);
	}

	private record Article(Document document, Map<String, Long> words, Set<String> titleWords) {

		static Article of(Document document) {
			return new Article(document,
					wordsIn(String.valueOf(document.getText()))
						.collect(Collectors.groupingBy((word) -> word, Collectors.counting())),
					wordsIn(document.getMetadata().getOrDefault(HelpdeskDocumentReader.TITLE, ""))
						.collect(Collectors.toSet()));
		}

		double weight(String wanted) {
			long count = this.words.entrySet()
				.stream()
				.filter((word) -> matches(word.getKey(), wanted))
				.mapToLong(Map.Entry::getValue)
				.sum();
			double weight = (double) count / (count + 1);
			return this.titleWords.stream().anyMatch((word) -> matches(word, wanted)) ? weight * TITLE_WEIGHT : weight;
		}

		private static boolean matches(String word, String wanted) {
			String shorter = (word.length() < wanted.length()) ? word : wanted;
			return word.equals(wanted) || (shorter.length() >= SHORTEST_PREFIX
					&& (word.startsWith(shorter) && wanted.startsWith(shorter)));
		}

		@Override
		public boolean equals(Object other) {
			return this == other;
		}

		@Override
		public int hashCode() {
			return System.identityHashCode(this);
		}

	}

}
