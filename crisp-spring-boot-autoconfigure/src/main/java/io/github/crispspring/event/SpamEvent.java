package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Something about a message that was held back as spam: all {@code spam:*} events.
 */
public sealed interface SpamEvent extends CrispEvent permits SpamDecision, SpamMessage {

	@Override
	String websiteId();

	/**
	 * Return the message it is about.
	 * @return the identifier, or {@code null} if it is not said
	 */
	@Nullable String spamId();

}
