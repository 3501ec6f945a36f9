package io.github.crispspring.event;

/**
 * Base interface of the {@code email:*} events.
 */
public sealed interface EmailEvent extends CrispEvent permits EmailSubscribe, EmailTrackView {

	@Override
	String websiteId();

}
