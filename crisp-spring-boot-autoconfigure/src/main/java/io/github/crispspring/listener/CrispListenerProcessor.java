package io.github.crispspring.listener;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.crispspring.client.website.conversation.CrispHandovers;
import io.github.crispspring.client.website.conversation.ReactiveWebsiteConversationClient;
import io.github.crispspring.client.website.conversation.WebsiteConversationClient;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.aop.scope.ScopedObject;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ApplicationContextEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.log.LogMessage;
import org.springframework.util.Assert;

/**
 * Registers methods annotated with {@link CrispListener} as application listeners. It
 * belongs to the application context of the dispatcher and finds the methods of all
 * contexts of its hierarchy: its own, its ancestors, and descendants while they are open.
 * They are all registered with its own context, in which events are published, so that
 * each of them receives an event once.
 */
public final class CrispListenerProcessor implements SmartInitializingSingleton,
		ApplicationListener<ApplicationContextEvent>, ApplicationContextAware, Ordered {

	private static final Log logger = LogFactory.getLog(CrispListenerProcessor.class);

	private final CrispListenerRegistry registry;

	private final ListenerReplies replies;

	private final HandoverListener handoverListener;

	private final Clients clients;

	private final Map<ApplicationContext, List<CrispListenerMethod>> descendants = new ConcurrentHashMap<>();

	private @Nullable ConfigurableApplicationContext context;

	/**
	 * Create a processor.
	 * @param registry registry to add the listeners to
	 * @param clients the clients that listeners reply with
	 * @param typingDelay the time that a reply may take before typing is shown
	 * @param handovers remembers which conversations an operator handles
	 */
	public CrispListenerProcessor(CrispListenerRegistry registry, Clients clients, Duration typingDelay,
			CrispHandovers handovers) {
		this.registry = registry;
		this.clients = clients;
		this.replies = new ListenerReplies(clients, typingDelay, handovers);
		this.handoverListener = new HandoverListener(handovers, clients);
	}

	/**
	 * Return the accounts whose events listeners receive.
	 * @return the names of the accounts
	 */
	public Set<String> accounts() {
		return this.clients.accounts();
	}

	/**
	 * Record an answer of an operator when its event is accepted, so that a listener that
	 * is composing a reply to an earlier event of the conversation steps back, and call
	 * the callbacks of the registry.
	 * @param event the event
	 */
	public void accepted(CrispEvent event) {
		this.handoverListener.accepted(event);
		this.registry.accepted(event);
	}

	@Override
	public void setApplicationContext(ApplicationContext context) {
		this.context = (ConfigurableApplicationContext) context;
	}

	/**
	 * After listeners that may reject the context, which is not closed then.
	 */
	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE - 1;
	}

	/**
	 * Register the listeners of this context and of its ancestors.
	 * @throws InvalidListenerException if a method cannot be a listener
	 */
	@Override
	public void afterSingletonsInstantiated() {
		ApplicationContext current = context();
		do {
			if (current instanceof ConfigurableApplicationContext configurable) {
				register(configurable.getBeanFactory());
			}
			current = current.getParent();
		}
		while (current != null && !hasProcessor(current));
	}

	/**
	 * Register the listeners of a descendant when it is refreshed, and remove them when
	 * it is closed. Spring publishes the events of a context to its ancestors as well.
	 * @param event the event
	 * @throws InvalidListenerException if a method cannot be a listener
	 */
	@Override
	public void onApplicationEvent(ApplicationContextEvent event) {
		ApplicationContext source = event.getApplicationContext();
		if (source == context() || !(source instanceof ConfigurableApplicationContext descendant)) {
			return;
		}
		if (event instanceof ContextRefreshedEvent) {
			remove(descendant);
			if (isServed(descendant)) {
				this.descendants.put(descendant, register(descendant.getBeanFactory()));
			}
		}
		else if (event instanceof ContextClosedEvent) {
			remove(descendant);
		}
	}

	private void remove(ApplicationContext descendant) {
		List<CrispListenerMethod> listeners = this.descendants.remove(descendant);
		if (listeners != null) {
			listeners.forEach((listener) -> {
				context().removeApplicationListener(listener);
				this.registry.remove(listener);
			});
		}
	}

	private ConfigurableApplicationContext context() {
		Assert.state(this.context != null, "The processor must be a bean");
		return this.context;
	}

	/**
	 * Return whether this is the closest processor to the descendant.
	 */
	private boolean isServed(ApplicationContext descendant) {
		ApplicationContext context = descendant;
		while (context != null && !hasProcessor(context)) {
			context = context.getParent();
		}
		return context != null && context.getBeansOfType(CrispListenerProcessor.class, true, false).containsValue(this);
	}

	private static boolean hasProcessor(ApplicationContext context) {
		return context.getBeanNamesForType(CrispListenerProcessor.class, true, false).length > 0;
	}

	private List<CrispListenerMethod> register(ConfigurableListableBeanFactory beanFactory) {
		List<CrispListenerMethod> listeners = new ArrayList<>();
		for (String beanName : beanFactory.getBeanNamesForType(Object.class)) {
			Class<?> type = ScopedProxyUtils.isScopedTarget(beanName) ? null : targetClass(beanFactory, beanName);
			if (type != null && isCandidate(type)) {
				methods(type).forEach((method) -> listeners.add(listener(beanFactory, beanName, type, method)));
			}
		}
		listeners.forEach((listener) -> {
			this.registry.add(listener);
			context().addApplicationListener(listener);
		});
		if (listeners.stream().anyMatch(CrispListenerMethod::stepsBack) && this.handoverListener.activate()) {
			this.registry.require(HandoverListener.EVENT_NAMES);
			context().addApplicationListener(this.handoverListener);
		}
		return listeners;
	}

	private static @Nullable Class<?> targetClass(ConfigurableListableBeanFactory beanFactory, String beanName) {
		Class<?> type = AutoProxyUtils.determineTargetClass(beanFactory, beanName);
		if (type != null && ScopedObject.class.isAssignableFrom(type)) {
			Class<?> scoped = AutoProxyUtils.determineTargetClass(beanFactory,
					ScopedProxyUtils.getTargetBeanName(beanName));
			return (scoped != null) ? scoped : type;
		}
		return type;
	}

	/**
	 * Beans of Spring itself are skipped, as their number would prolong the start.
	 */
	private static boolean isCandidate(Class<?> type) {
		return !type.getName().startsWith("org.springframework.")
				&& AnnotationUtils.isCandidateClass(type, CrispListener.class);
	}

	private static Set<Method> methods(Class<?> type) {
		try {
			return MethodIntrospector.selectMethods(type, CrispListenerProcessor::isListener);
		}
		catch (Throwable ex) {
			// As for event listeners of Spring: a class that is missing may not be needed
			logger.debug(LogMessage.format("Listener methods of '%s' cannot be found", type.getName()), ex);
			return Set.of();
		}
	}

	private static boolean isListener(Method method) {
		return AnnotatedElementUtils.hasAnnotation(method, CrispListener.class);
	}

	private CrispListenerMethod listener(ConfigurableListableBeanFactory beanFactory, String beanName, Class<?> type,
			Method method) {
		Method invocable = AopUtils.selectInvocableMethod(method, beanFactory.getType(beanName));
		assertReachable(beanFactory, beanName, invocable);
		CrispListenerMethod listener = new CrispListenerMethod(beanFactory, beanName, type, invocable, this.replies,
				this.clients.accounts());
		if (listener.usesConversation()) {
			listener.configuredAccounts().forEach((account) -> assertCanReply(listener, account));
		}
		return listener;
	}

	private void assertCanReply(CrispListenerMethod listener, String account) {
		if (this.clients.canReply(account)) {
			return;
		}
		if (account.equals(CrispDelivery.DEFAULT_ACCOUNT)) {
			throw new InvalidListenerException(listener.method(),
					"It replies or acts in the conversation, but no credentials are configured.",
					"Set 'crisp.identifier' and 'crisp.key' to the two parts of your Crisp token, or return no reply, use no CrispConversation parameter and do not set 'typing'.");
		}
		throw new InvalidListenerException(listener.method(),
				"It replies or acts in the conversation, but account '%s' has no credentials.".formatted(account),
				"Set 'crisp.accounts.%s.identifier' and 'crisp.accounts.%s.key' to the two parts of its Crisp token, or name other accounts in the attribute 'accounts'."
					.formatted(account, account));
	}

	/**
	 * A final method of a proxied bean would run on the proxy, in which nothing is
	 * injected.
	 */
	private void assertReachable(ConfigurableListableBeanFactory beanFactory, String beanName, Method method) {
		if (Modifier.isFinal(method.getModifiers()) && AopUtils.isCglibProxy(beanFactory.getBean(beanName))) {
			throw new InvalidListenerException(method,
					"It is final, but its bean is proxied, and a proxy cannot override it.", "Remove 'final'.");
		}
	}

	/**
	 * Clients that listeners reply and act with, by the account of the event. A client
	 * has the token of exactly this account. Clients may be created on first use.
	 */
	public interface Clients {

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

}
