package io.github.crispspring.event;

/**
 * Something about e-mails of a website: all {@code email:*} events.
 */
public sealed interface EmailEvent extends CrispEvent permits EmailSubscribe, EmailTrackView {

	@Override
	String websiteId();

}
