package io.github.crispspring.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.crispspring.CrispClients;
import io.github.crispspring.client.CrispCredentials;
import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.listener.CrispListenerRegistry;
import io.github.crispspring.rtm.CrispRtm;
import io.github.crispspring.rtm.CrispRtmLeadership;
import io.github.crispspring.rtm.CrispRtmSettings;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.core.log.LogMessage;
import org.springframework.util.Assert;

/**
 * Creates the realtime connections of named accounts, which are beans, and keeps what
 * they subscribe to up to date.
 */
final class AccountConnections implements ApplicationListener<ContextRefreshedEvent> {

	private static final Log logger = LogFactory.getLog(CrispRtmAutoConfiguration.class);

	private final ApplicationContext context;

	private final CrispProperties crispProperties;

	private final URI baseUrl;

	private final CrispRtmProperties rtmProperties;

	private final CrispClients clients;

	private final CrispListenerRegistry listenerRegistry;

	private final CrispEventReader eventReader;

	private final CrispEventDispatcher eventDispatcher;

	private final RtmHttpClient httpClient;

	private final @Nullable CrispRtmLeadership leadership;

	private final boolean webhooks;

	private final Duration gracePeriod;

	private final List<RtmSubscriptions> subscriptions = new CopyOnWriteArrayList<>();

	AccountConnections(ApplicationContext context, CrispProperties crispProperties, URI baseUrl,
			CrispRtmProperties rtmProperties, CrispClients clients, CrispListenerRegistry listenerRegistry,
			CrispEventReader eventReader, CrispEventDispatcher eventDispatcher, RtmHttpClient httpClient,
			@Nullable CrispRtmLeadership leadership, boolean webhooks, Duration gracePeriod) {
		this.context = context;
		this.crispProperties = crispProperties;
		this.baseUrl = baseUrl;
		this.rtmProperties = rtmProperties;
		this.clients = clients;
		this.listenerRegistry = listenerRegistry;
		this.eventReader = eventReader;
		this.eventDispatcher = eventDispatcher;
		this.httpClient = httpClient;
		this.leadership = leadership;
		this.webhooks = webhooks;
		this.gracePeriod = gracePeriod;
	}

	/**
	 * Create the connection of an account, which is started with the application context.
	 * @param account the name of the account
	 */
	CrispRtm connection(String account) {
		CrispAccountProperties properties = this.crispProperties.accounts().get(account);
		CrispCredentials credentials = (properties != null) ? properties.credentials() : null;
		Assert.state(properties != null && credentials != null,
				() -> "Account '%s' is not configured, although it was when the application was built"
					.formatted(account));
		RtmAccount connected = RtmAccount.of(account, credentials, properties, this.rtmProperties);
		boolean webhook = this.webhooks && properties.webhook().isConfigured();
		if (webhook) {
			logger.warn(LogMessage.format(
					"Events of account '%s' are received by webhook and over the realtime connection. Messages are handled once, other events twice. Use both only while migrating from one to the other; then set 'crisp.accounts.%s.rtm.enabled' to 'false' or remove the secrets of its webhook.",
					account, account));
		}
		RtmEventNames eventNames = new RtmEventNames(connected, this.listenerRegistry, webhook);
		CrispRtm.Builder builder = CrispRtm
			.builder(credentials, settings(connected), this.clients.rest(account), this.eventDispatcher)
			.account(account)
			.eventNames(eventNames)
			.httpClient(this.httpClient)
			.eventReader(this.eventReader)
			.eventPublisher(this.context);
		if (this.leadership != null) {
			builder.leadership(this.leadership.forAccount(account));
		}
		CrispRtm rtm = builder.build();
		RtmSubscriptions subscriptions = new RtmSubscriptions(this.context, rtm, eventNames::names);
		this.subscriptions.add(subscriptions);
		this.listenerRegistry.onRequire(subscriptions::update);
		return rtm;
	}

	private CrispRtmSettings settings(RtmAccount account) {
		return new CrispRtmSettings(account.url(), this.baseUrl, account.websiteId(), account.rooms(),
				this.rtmProperties.maxFrameSize(), this.rtmProperties.reconnectDelay(),
				this.rtmProperties.maxReconnectDelay(), account.recover(), this.rtmProperties.keepAlive(),
				this.gracePeriod);
	}

	@Override
	public void onApplicationEvent(ContextRefreshedEvent event) {
		this.subscriptions.forEach((each) -> each.onApplicationEvent(event));
	}

}
