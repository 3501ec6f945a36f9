package io.github.crispspring.listener;

import java.util.Set;

import io.github.crispspring.client.website.conversation.ReactiveWebsiteConversationClient;
import io.github.crispspring.client.website.conversation.WebsiteConversationClient;
import org.jspecify.annotations.Nullable;

/**
 * Clients that listeners reply and act with, by the account of the event. A client has
 * the token of exactly this account. Clients may be created on first use.
 */
public interface CrispListenerClients {

	/**
	 * Return the accounts whose events listeners receive.
	 * @return the names of the accounts
	 */
	Set<String> accounts();

	/**
	 * Return whether an account has credentials, without creating a client.
	 * @param account the name of the account
	 * @return whether listeners can reply to its events
	 */
	boolean canReply(String account);

	/**
	 * Return the client that sends replies.
	 * @param account the name of the account
	 * @return the client, or {@code null} if the account has no credentials
	 */
	@Nullable ReactiveWebsiteConversationClient conversations(String account);

	/**
	 * Return the client for listeners with a blocking conversation.
	 * @param account the name of the account
	 * @return the client, or {@code null} if the account has no credentials
	 */
	@Nullable WebsiteConversationClient blockingConversations(String account);

	/**
	 * Return the client that shows typing, which does not retry.
	 * @param account the name of the account
	 * @return the client, or {@code null} if the account has no credentials
	 */
	@Nullable ReactiveWebsiteConversationClient typing(String account);

}
