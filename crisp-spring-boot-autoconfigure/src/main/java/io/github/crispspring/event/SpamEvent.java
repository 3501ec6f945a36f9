package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Base interface of the {@code spam:*} events.
 */
public sealed interface SpamEvent extends CrispEvent permits SpamDecision, SpamMessage {

	@Override
	String websiteId();

	/**
	 * Return the identifier of the message.
	 * @return the identifier, or {@code null} if unknown
	 */
	@Nullable String spamId();

}
