package io.github.crispspring.webhook;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Source of random changes to bytes, of kinds that parsers often fail to handle. The same
 * seed results in the same changes.
 */
final class Mutator {

	private static final List<byte[]> TOKENS = Stream
		.of("\"", "{", "}", "[", "]", ",", ":", "null", "true", "-", "0", "1e999999999", "-1e-999999999",
				"9223372036854775808", "9".repeat(2000), "[".repeat(2000), "{\"a\":".repeat(600), "\\u0000", "\\ud800",
				"\u0000", "\r\n", "\r\n\r\n", " ", "\t", ";", "%", "%zz", "&key=", "=", "\uFEFF", "😀", "'", "\\",
				"timestamp", "\"event\":\"message:send\"", "\"session_id\":7", "\"data\":[]", "chunked", "gzip")
		.map((token) -> token.getBytes(StandardCharsets.UTF_8))
		.toList();

	private final Random random;

	Mutator(long seed) {
		this.random = new Random(seed);
	}

	int next(int bound) {
		return this.random.nextInt(bound);
	}

	String mutate(String text) {
		return new String(mutate(text.getBytes(StandardCharsets.ISO_8859_1)), StandardCharsets.ISO_8859_1);
	}

	byte[] mutate(byte[] bytes) {
		byte[] mutated = bytes;
		for (int i = next(3); i >= 0; i--) {
			mutated = mutateOnce(mutated);
		}
		return mutated;
	}

	private byte[] mutateOnce(byte[] bytes) {
		int from = next(bytes.length + 1);
		int to = Math.min(bytes.length, from + next(1 + next(40)));
		ByteArrayOutputStream mutated = new ByteArrayOutputStream();
		mutated.write(bytes, 0, from);
		switch (next(6)) {
			case 0 -> {
				// Remove
			}
			case 1 -> mutated.writeBytes(TOKENS.get(next(TOKENS.size())));
			case 2 -> mutated.writeBytes(noise(to - from));
			case 3 -> {
				mutated.write(bytes, from, to - from);
				mutated.write(bytes, from, to - from);
			}
			case 4 -> {
				mutated.writeBytes(noise(1 + next(20)));
				mutated.write(bytes, from, to - from);
			}
			default -> {
				// Truncate
				to = (next(4) == 0) ? bytes.length : to;
			}
		}
		mutated.write(bytes, to, bytes.length - to);
		return mutated.toByteArray();
	}

	private byte[] noise(int length) {
		byte[] noise = new byte[length];
		this.random.nextBytes(noise);
		return noise;
	}

}
