package io.github.crispspring.autoconfigure;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import io.github.crispspring.CrispClients;
import io.github.crispspring.client.CrispRest;
import io.github.crispspring.client.CrispRetry;
import io.github.crispspring.client.website.conversation.ReactiveWebsiteConversationClient;
import io.github.crispspring.client.website.conversation.WebsiteConversationClient;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.listener.CrispListenerProcessor;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;

/**
 * {@link CrispListenerProcessor.Clients} of the configured accounts. The account without
 * a name uses the clients that the application would inject.
 */
final class ListenerClients implements CrispListenerProcessor.Clients {

	private final Map<String, CrispAccountProperties> named;

	private final Set<String> accounts = new TreeSet<>();

	private final ObjectProvider<CrispRest> rest;

	private final ObjectProvider<ReactiveWebsiteConversationClient> conversations;

	private final ObjectProvider<WebsiteConversationClient> blockingConversations;

	private final ObjectProvider<CrispClients> clients;

	private final ListableBeanFactory beanFactory;

	private final Map<String, ReactiveWebsiteConversationClient> typing = new ConcurrentHashMap<>();

	ListenerClients(Map<String, CrispAccountProperties> named, boolean defaultAccount, ObjectProvider<CrispRest> rest,
			ObjectProvider<ReactiveWebsiteConversationClient> conversations,
			ObjectProvider<WebsiteConversationClient> blockingConversations, ObjectProvider<CrispClients> clients,
			ListableBeanFactory beanFactory) {
		this.named = named;
		this.rest = rest;
		this.conversations = conversations;
		this.blockingConversations = blockingConversations;
		this.clients = clients;
		this.beanFactory = beanFactory;
		this.accounts.addAll(named.keySet());
		if (defaultAccount || named.isEmpty()) {
			this.accounts.add(CrispDelivery.DEFAULT_ACCOUNT);
		}
	}

	@Override
	public Set<String> accounts() {
		return this.accounts;
	}

	@Override
	public boolean canReply(String account) {
		if (this.named.isEmpty()) {
			return BeanFactoryUtils.beanNamesForTypeIncludingAncestors(this.beanFactory,
					ReactiveWebsiteConversationClient.class, true, false).length > 0;
		}
		CrispClients clients = this.clients.getIfAvailable();
		return clients != null && clients.names().contains(account);
	}

	@Override
	public @Nullable ReactiveWebsiteConversationClient conversations(String account) {
		String selected = select(account);
		if (CrispDelivery.DEFAULT_ACCOUNT.equals(selected)) {
			return this.conversations.getIfUnique();
		}
		return (selected != null) ? this.clients.getObject().reactive(selected).website() : null;
	}

	@Override
	public @Nullable WebsiteConversationClient blockingConversations(String account) {
		String selected = select(account);
		if (CrispDelivery.DEFAULT_ACCOUNT.equals(selected)) {
			return this.blockingConversations.getIfUnique();
		}
		return (selected != null) ? this.clients.getObject().get(selected).website() : null;
	}

	/**
	 * Typing is shown without retries, which would be late and consume the quota.
	 */
	@Override
	public @Nullable ReactiveWebsiteConversationClient typing(String account) {
		String selected = select(account);
		if (selected == null) {
			return null;
		}
		CrispRest rest = CrispDelivery.DEFAULT_ACCOUNT.equals(selected) ? this.rest.getIfUnique()
				: this.clients.getObject().rest(selected);
		return (rest != null)
				? this.typing.computeIfAbsent(selected,
						(name) -> rest.withRetry(CrispRetry.none()).client(ReactiveWebsiteConversationClient.class))
				: this.conversations.getIfUnique();
	}

	/**
	 * Return the account whose client may be used for events of an account, {@code null}
	 * if there is none. Events that the application itself publishes name no account, and
	 * belong to the only one if the application has one only.
	 */
	private @Nullable String select(String account) {
		if (this.named.isEmpty() || canReply(account)) {
			return this.named.isEmpty() ? CrispDelivery.DEFAULT_ACCOUNT : account;
		}
		boolean only = account.equals(CrispDelivery.DEFAULT_ACCOUNT) && this.accounts.size() == 1;
		String name = this.accounts.iterator().next();
		return (only && canReply(name)) ? name : null;
	}

}
