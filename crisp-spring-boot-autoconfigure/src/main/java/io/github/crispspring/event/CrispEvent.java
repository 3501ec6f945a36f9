package io.github.crispspring.event;

import java.util.Set;

import io.github.crispspring.json.ReceiveOnly;
import org.jspecify.annotations.Nullable;

/**
 * Event sent by Crisp. Each event is a record with a corresponding name:
 * {@code message:send} is {@link MessageSend}.
 *
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
@ReceiveOnly
public sealed interface CrispEvent
		permits ConversationEvent, SpamEvent, PeopleEvent, CampaignEvent, StatusHealthChanged, WebsiteEvent,
		BucketEvent, MediaAnimationListed, EmailEvent, PluginEvent, PlanSubscriptionUpdated, UnknownEvent {

	/**
	 * Return the name of this event.
	 * @return the name, such as {@code message:send}
	 */
	default String name() {
		return EventTypes.nameOf(getClass());
	}

	/**
	 * Return the website to which the event belongs.
	 * @return the identifier of the website, or {@code null} if the event belongs to none
	 */
	@Nullable String websiteId();

	/**
	 * Return the names of the events of a type.
	 * @param type the record of one event, or an interface that several share, such as
	 * this one for all events
	 * @return the names, empty if no known event has this type
	 */
	static Set<String> namesOf(Class<?> type) {
		return EventTypes.namesOf(type);
	}

}
