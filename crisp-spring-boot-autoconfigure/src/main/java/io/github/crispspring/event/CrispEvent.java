package io.github.crispspring.event;

import io.github.crispspring.json.NeverSent;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in Crisp. Each kind is a record, named as Crisp names it:
 * {@code message:send} is {@link MessageSend}.
 *
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
@NeverSent
public sealed interface CrispEvent permits ConversationEvent, SpamEvent, PeopleEvent, CampaignEvent, StatusEvent,
		WebsiteEvent, BucketEvent, MediaEvent, EmailEvent, PluginEvent, PlanEvent, UnknownEvent {

	/**
	 * Return what Crisp calls this event.
	 * @return the name, such as {@code message:send}
	 */
	default String name() {
		return CrispEventTypes.nameOf(getClass());
	}

	/**
	 * Return the website it happened on.
	 * @return the identifier of the website, or {@code null} if the event belongs to none
	 */
	@Nullable String websiteId();

}
