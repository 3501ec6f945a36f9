package io.github.crispspring.event;

/**
 * Base interface of the {@code session:*} events.
 */
public sealed interface SessionEvent extends ConversationEvent permits SessionError, SessionRemoved,
		SessionRequestInitiated, SessionSetAddress, SessionSetAvatar, SessionSetBlock, SessionSetClosed, SessionSetData,
		SessionSetEmail, SessionSetInbox, SessionSetMentions, SessionSetNickname, SessionSetOpened, SessionSetOrigin,
		SessionSetParticipants, SessionSetPhone, SessionSetRouting, SessionSetSegments, SessionSetState,
		SessionSetSubject, SessionSyncCapabilities, SessionSyncEvents, SessionSyncGeolocation, SessionSyncLocales,
		SessionSyncNetwork, SessionSyncPages, SessionSyncRating, SessionSyncSystem, SessionSyncTimezone,
		SessionSyncTopic, SessionUpdateAvailability, SessionUpdateVerify {

}
