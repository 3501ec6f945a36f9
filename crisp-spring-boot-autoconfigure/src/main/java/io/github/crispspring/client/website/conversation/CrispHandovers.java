package io.github.crispspring.client.website.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.crispspring.client.CrispAuthenticationException;
import io.github.crispspring.client.CrispNotFoundException;
import io.github.crispspring.client.website.conversation.CrispHandoverStore.Handover;
import io.github.crispspring.client.website.conversation.CrispHandoverStore.Status;
import io.github.crispspring.message.MessageUser;
import io.github.crispspring.message.Sender;
import io.github.crispspring.model.ConversationState;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.log.LogMessage;

/**
 * Conversations that an operator handles, so that a program steps back in them: those
 * that are assigned to an operator. If events are reported to this object, an operator
 * who answers in a conversation without an assignment is assigned to it, and the
 * assignment is removed when the conversation is resolved. Crisp's assignment is
 * therefore what remains correct after a restart and what all instances see.
 * <p>
 * What is known of a conversation is remembered. It is read from Crisp when it is not
 * known or was last confirmed longer ago than the refresh interval.
 */
public final class CrispHandovers {

	/**
	 * Default time after which a conversation is read again.
	 */
	public static final Duration DEFAULT_REFRESH_INTERVAL = Duration.ofMinutes(1);

	private static final Log logger = LogFactory.getLog(CrispHandovers.class);

	/**
	 * Maximum difference that is assumed between the clocks of Crisp and the application.
	 */
	private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(1);

	private static final int MAX_CONFLICTS = 100;

	private final CrispHandoverStore store;

	private final Duration refreshInterval;

	private final Clock clock;

	private volatile @Nullable Instant observedSince;

	/**
	 * Clients whose token cannot assign conversations.
	 */
	private final Set<ReactiveWebsiteConversationClient> unassignable = ConcurrentHashMap.newKeySet();

	/**
	 * Create an instance.
	 * @param store where conversations are remembered
	 * @param refreshInterval the time after which a conversation is read again, although
	 * what is known of it has not changed
	 * @param clock the clock to determine that time with
	 */
	public CrispHandovers(CrispHandoverStore store, Duration refreshInterval, Clock clock) {
		this.store = store;
		this.refreshInterval = refreshInterval;
		this.clock = clock;
	}

	/**
	 * Create an instance that remembers nothing and reads the conversation each time.
	 */
	static CrispHandovers notRemembered() {
		return new CrispHandovers(new CrispHandoverStore() {

			@Override
			public Mono<Handover> find(String key) {
				return Mono.empty();
			}

			@Override
			public Mono<Boolean> replace(String key, @Nullable Handover expected, Handover replacement) {
				return Mono.just(true);
			}

		}, Duration.ZERO, Clock.systemUTC());
	}

	/**
	 * Return whether an operator handles a conversation.
	 * @param client the client to read the conversation with
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @return whether an operator handles it
	 */
	public Mono<Boolean> isHandledByOperator(ReactiveWebsiteConversationClient client, String websiteId,
			String sessionId) {
		return isHandledByOperator(HandoverSource.of(client, websiteId, sessionId));
	}

	Mono<Boolean> isHandledByOperator(HandoverSource source) {
		return find(source.id())
			.flatMap((known) -> isCurrent(known) ? Mono.just(known.orElseThrow()) : read(source, known))
			.map(Handover::isHandledByOperator);
	}

	/**
	 * Return whether an operator has answered in a conversation, which has not been
	 * assigned since, without calling Crisp. A program that composes an answer learns
	 * from it that it is late.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @return whether an operator is known to have answered
	 */
	public Mono<Boolean> isAnsweredByOperator(String websiteId, String sessionId) {
		return find(HandoverSource.id(websiteId, sessionId)).map((known) -> status(known) == Status.ANSWERED);
	}

	/**
	 * Return whether an operator wrote a message to the visitor, rather than a program,
	 * the website or another participant. Notes are not written to the visitor.
	 * @param from the side that sent the message
	 * @param type the type of its content
	 * @param automated whether it is marked as automated
	 * @param user the author
	 * @return whether an operator wrote it
	 */
	public static boolean isWrittenByOperator(@Nullable Sender from, @Nullable String type, boolean automated,
			@Nullable MessageUser user) {
		return HandoverMessages.isByPerson(from, type, automated, user);
	}

	/**
	 * Report that events of all conversations are received without a gap since a time. An
	 * operator may have answered before it unnoticed, so that messages of older
	 * conversations are read once.
	 * @param since the time, by the clock of the application
	 */
	public void observedSince(Instant since) {
		this.observedSince = since;
	}

	/**
	 * Report that events were missed until a time. Has no effect unless events are
	 * received.
	 * @param until the time, by the clock of the application
	 */
	public void missedUntil(Instant until) {
		if (this.observedSince != null) {
			this.observedSince = until;
		}
	}

	/**
	 * Record that an operator has answered, without calling Crisp.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param time the time of the message by the clock of Crisp, if known
	 * @return completes when it is recorded
	 */
	public Mono<Void> answered(String websiteId, String sessionId, @Nullable Instant time) {
		return record(HandoverSource.id(websiteId, sessionId), Status.ANSWERED, time).then();
	}

	/**
	 * Record that an operator has answered, and assign the conversation to this operator
	 * unless it is assigned.
	 * @param client the client to assign the conversation with
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param userId the identifier of the operator
	 * @param time the time of the message by the clock of Crisp, if known
	 * @return completes when the conversation is assigned
	 */
	public Mono<Void> assignAnswered(ReactiveWebsiteConversationClient client, String websiteId, String sessionId,
			String userId, @Nullable Instant time) {
		HandoverSource source = HandoverSource.of(client, websiteId, sessionId);
		return record(source.id(), Status.ANSWERED, time)
			.filter((recorded) -> recorded && !this.unassignable.contains(client))
			.flatMap((recorded) -> find(source.id()))
			.filter((known) -> status(known) == Status.ANSWERED)
			.flatMap((known) -> source.conversation())
			.flatMap((conversation) -> isAssigned(conversation) ? Mono.<Void>empty()
					: source.routing().apply(ConversationRoutingUpdate.assign(userId)))
			.then(Mono.defer(() -> recordAssigned(source.id(), time)))
			.onErrorResume(this::isPermanent, (ex) -> {
				this.unassignable.add(client);
				logger.warn(LogMessage.format(
						"A conversation cannot be assigned to the operator who answered in it: %s. Programs step back, but may reply again after a restart. Check that the token has the scope that changes the routing of conversations",
						ex.getMessage()));
				return Mono.empty();
			});
	}

	/**
	 * Record an assignment after an answer, unless the conversation has been given back.
	 */
	private Mono<Void> recordAssigned(String key, @Nullable Instant time) {
		return find(key).filter((known) -> status(known) == Status.ANSWERED)
			.flatMap((known) -> record(key, Status.ASSIGNED, time))
			.then();
	}

	/**
	 * Record that a conversation was assigned, or that its assignment was removed.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param assigned whether the conversation is assigned
	 * @param time the time of the change by the clock of Crisp, if known
	 * @return completes when it is recorded
	 */
	public Mono<Void> routed(String websiteId, String sessionId, boolean assigned, @Nullable Instant time) {
		return record(HandoverSource.id(websiteId, sessionId), assigned ? Status.ASSIGNED : Status.NONE, time).then();
	}

	/**
	 * Record an assignment that this application has changed. The change must not appear
	 * to have failed if it cannot be recorded.
	 */
	Mono<Void> note(String websiteId, String sessionId, boolean assigned) {
		return routed(websiteId, sessionId, assigned, null).onErrorResume((ex) -> {
			logger.warn("An assignment is not remembered; it is read from Crisp later", ex);
			return Mono.empty();
		});
	}

	/**
	 * Record that a conversation was resolved, and remove its assignment.
	 * @param client the client to remove the assignment with
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param time the time of the change by the clock of Crisp, if known
	 * @return completes when the assignment is removed
	 */
	public Mono<Void> unassignResolved(ReactiveWebsiteConversationClient client, String websiteId, String sessionId,
			@Nullable Instant time) {
		HandoverSource source = HandoverSource.of(client, websiteId, sessionId);
		return find(source.id()).filter((known) -> !isOutdated(known, time))
			.flatMap((known) -> unassign(source, known).then(Mono.defer(() -> record(source.id(), Status.NONE, time)))
				.then())
			.onErrorResume(this::isPermanent, (ex) -> {
				logger.warn(LogMessage.format(
						"The assignment of a resolved conversation cannot be removed: %s. Programs remain silent in it. Check that the token has the scope that changes the routing of conversations",
						ex.getMessage()));
				return Mono.empty();
			});
	}

	private Mono<Void> unassign(HandoverSource source, Optional<Handover> known) {
		Mono<Void> unassign = source.routing().apply(ConversationRoutingUpdate.unassign());
		if (status(known) == Status.ASSIGNED) {
			return unassign;
		}
		return (status(known) == Status.NONE && isCurrent(known)) ? Mono.empty()
				: source.conversation().filter(CrispHandovers::isAssigned).flatMap((conversation) -> unassign);
	}

	private boolean isPermanent(Throwable failure) {
		return failure instanceof CrispAuthenticationException || failure instanceof CrispNotFoundException;
	}

	private Mono<Optional<Handover>> find(String key) {
		return this.store.find(key).map(Optional::of).defaultIfEmpty(Optional.empty());
	}

	private static @Nullable Status status(Optional<Handover> known) {
		return known.map(Handover::status).orElse(null);
	}

	private boolean isCurrent(Optional<Handover> known) {
		return known.isPresent() && isObserved(known.get().checkedAt(), true)
				&& known.get().checkedAt().plus(this.refreshInterval).isAfter(this.clock.instant());
	}

	private boolean isObserved(Instant time, boolean otherwise) {
		Instant since = this.observedSince;
		return (since != null) ? !time.isBefore(since) : otherwise;
	}

	private Mono<Handover> read(HandoverSource source, Optional<Handover> known) {
		Instant begin = this.clock.instant();
		return source.conversation()
			.flatMap((conversation) -> status(source, conversation, known))
			.map((status) -> new Handover(status, known.map(Handover::changedAt).orElse(null), begin))
			.flatMap((read) -> this.store.replace(source.id(), known.orElse(null), read)
				.flatMap((replaced) -> replaced ? Mono.just(read) : this.store.find(source.id()).defaultIfEmpty(read)));
	}

	/**
	 * Return the status of a conversation that was read. An answer that was not followed
	 * by an assignment is found in the messages only, which are not read if events are
	 * known to have reported all answers.
	 */
	private Mono<Status> status(HandoverSource source, Conversation conversation, Optional<Handover> known) {
		if (conversation.state() == ConversationState.RESOLVED) {
			return Mono.just(Status.NONE);
		}
		if (isAssigned(conversation)) {
			return Mono.just(Status.ASSIGNED);
		}
		boolean answered = status(known) == Status.ANSWERED;
		if (!answered && isObserved(conversation, known)) {
			return Mono.just(Status.NONE);
		}
		return source.messages()
			.map((messages) -> HandoverMessages.isAnsweredByPerson(messages).orElse(answered) ? Status.ANSWERED
					: Status.NONE);
	}

	private boolean isObserved(Conversation conversation, Optional<Handover> known) {
		return known.map((handover) -> isObserved(handover.checkedAt(), false))
			.orElseGet(() -> conversation.createdAt() != null
					&& isObserved(conversation.createdAt().minus(CLOCK_DIFFERENCE), false));
	}

	private static boolean isAssigned(Conversation conversation) {
		return conversation.assigned() != null && conversation.assigned().userId() != null;
	}

	/**
	 * Record a change.
	 * @return whether it was recorded, as it may be older than what is known
	 */
	private Mono<Boolean> record(String key, Status status, @Nullable Instant time) {
		return Mono.defer(() -> tryRecord(key, status, time)).repeatWhenEmpty(MAX_CONFLICTS, (conflicts) -> conflicts);
	}

	private Mono<Boolean> tryRecord(String key, Status status, @Nullable Instant time) {
		return find(key).flatMap((known) -> {
			if (isOutdated(known, time)) {
				return Mono.just(false);
			}
			boolean assigned = status == Status.ANSWERED && status(known) == Status.ASSIGNED;
			Handover changed = new Handover(assigned ? Status.ASSIGNED : status,
					(time != null) ? time : known.map(Handover::changedAt).orElse(null), this.clock.instant());
			return this.store.replace(key, known.orElse(null), changed).filter(Boolean::booleanValue);
		});
	}

	private static boolean isOutdated(Optional<Handover> known, @Nullable Instant time) {
		Instant changedAt = known.map(Handover::changedAt).orElse(null);
		return time != null && changedAt != null && time.isBefore(changedAt);
	}

}
