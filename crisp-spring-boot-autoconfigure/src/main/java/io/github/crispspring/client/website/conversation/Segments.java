package io.github.crispspring.client.website.conversation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Changes of the segments of a conversation.
 */
final class Segments {

	private Segments() {
	}

	/**
	 * Return the change that adds a segment, or {@code null} if nothing changes.
	 */
	static @Nullable ConversationMeta with(ConversationMeta current, String segment) {
		Set<String> segments = of(current);
		return segments.add(segment) ? change(segments) : null;
	}

	/**
	 * Return the change that removes a segment, or {@code null} if nothing changes.
	 */
	static @Nullable ConversationMeta without(ConversationMeta current, String segment) {
		Set<String> segments = of(current);
		return segments.remove(segment) ? change(segments) : null;
	}

	private static Set<String> of(ConversationMeta metas) {
		return new LinkedHashSet<>((metas.segments() != null) ? metas.segments() : List.of());
	}

	private static ConversationMeta change(Set<String> segments) {
		return ConversationMeta.builder().segments(List.copyOf(segments)).build();
	}

}
