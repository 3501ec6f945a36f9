package io.github.crispspring.listener;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.event.ChatMessageEvent;
import io.github.crispspring.event.CrispApplicationEvent;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.json.CrispJson;
import io.github.crispspring.message.Sender;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.core.CoroutinesUtils;
import org.springframework.core.KotlinDetector;
import org.springframework.core.Ordered;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.Order;
import org.springframework.core.log.LogMessage;
import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.StringUtils;

/**
 * {@link GenericApplicationListener} that calls a method annotated with
 * {@link CrispListener}. Unlike a plain event listener, it supports further parameters,
 * does not propagate failures to other listeners, and passes remaining work to the
 * dispatcher when the method has returned.
 */
final class CrispListenerMethod implements GenericApplicationListener {

	private static final Log logger = LogFactory.getLog(CrispListenerMethod.class);

	private final ConfigurableBeanFactory beanFactory;

	private final String beanName;

	private final Method method;

	private final Method targetMethod;

	private final CrispListener annotation;

	private final ListenerParameters parameters;

	private final EventNames eventNames;

	private final ListenerReturn returned;

	private final boolean visitorText;

	private final Set<String> websites;

	private final Set<String> accounts;

	private final Set<String> configuredAccounts;

	private final @Nullable ListenerCondition condition;

	private final ListenerReplies replies;

	private volatile Consumer<CrispApplicationEvent<?>> observer = (event) -> {
	};

	CrispListenerMethod(ConfigurableBeanFactory beanFactory, String beanName, Class<?> type, Method method,
			ListenerReplies replies, Set<String> accounts) {
		this.beanFactory = beanFactory;
		this.beanName = beanName;
		this.method = method;
		ReflectionUtils.makeAccessible(method);
		this.targetMethod = AopUtils.getMostSpecificMethod(method, type);
		CrispListener annotation = AnnotatedElementUtils.findMergedAnnotation(this.targetMethod, CrispListener.class);
		Assert.state(annotation != null, () -> "No @CrispListener on " + method);
		SuspendingFunctions.assertCallable(this.targetMethod, beanFactory.getBeanClassLoader());
		this.annotation = annotation;
		this.parameters = new ListenerParameters(this.targetMethod, type, replies);
		this.eventNames = EventNames.of(this.targetMethod, annotation.value(), this.parameters.eventType());
		this.returned = new ListenerReturn(this.targetMethod, type);
		this.visitorText = AnnotatedElementUtils.hasAnnotation(this.targetMethod, VisitorTextListener.class);
		if (usesConversation()) {
			ListenerChecks.conversations(this.targetMethod, this.parameters.eventType(), this.eventNames);
		}
		ListenerChecks.messageTypes(this.targetMethod, annotation.types());
		this.websites = ListenerChecks.websites(this.targetMethod, annotation.websites(),
				beanFactory::resolveEmbeddedValue);
		this.configuredAccounts = accounts;
		this.accounts = ListenerChecks.accounts(this.targetMethod, annotation.accounts(), accounts,
				beanFactory::resolveEmbeddedValue);
		this.condition = StringUtils.hasText(annotation.condition()) ? new ListenerCondition(annotation.condition(),
				this.targetMethod, type, this.parameters.eventType(), beanFactory) : null;
		this.replies = replies;
	}

	/**
	 * Set what is notified before each call.
	 */
	void observe(Consumer<CrispApplicationEvent<?>> observer) {
		this.observer = observer;
	}

	/**
	 * Return whether the method replies or acts in the conversation of its event.
	 */
	boolean usesConversation() {
		return this.returned.isReply() || this.annotation.typing() || this.annotation.stepBack()
				|| this.parameters.takesConversation();
	}

	/**
	 * Return whether the method is not called while an operator handles the conversation.
	 */
	boolean stepsBack() {
		return this.annotation.stepBack();
	}

	/**
	 * Return the accounts whose events the method receives, of those that are configured.
	 */
	Set<String> configuredAccounts() {
		return this.accounts.isEmpty() ? this.configuredAccounts : this.accounts;
	}

	/**
	 * Return whether the method receives the events of an account.
	 */
	boolean receives(String account) {
		return this.accounts.isEmpty() || this.accounts.contains(account);
	}

	Method method() {
		return this.targetMethod;
	}

	EventNames eventNames() {
		return this.eventNames;
	}

	@Override
	public int getOrder() {
		Order order = AnnotatedElementUtils.findMergedAnnotation(this.targetMethod, Order.class);
		return (order != null) ? order.value() : Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public String getListenerId() {
		return !this.annotation.id().isEmpty() ? this.annotation.id() : toString();
	}

	/**
	 * The dispatcher requires that the method has run when the event is published.
	 */
	@Override
	public boolean supportsAsyncExecution() {
		return false;
	}

	@Override
	public boolean supportsEventType(ResolvableType eventType) {
		Class<?> payload = eventType.as(PayloadApplicationEvent.class).getGeneric().resolve();
		return payload != null && accepts(payload);
	}

	private boolean accepts(Class<?> payload) {
		Class<?> taken = this.parameters.eventType();
		return ((taken != null) ? taken : CrispEvent.class).isAssignableFrom(payload);
	}

	@Override
	public void onApplicationEvent(ApplicationEvent event) {
		CrispApplicationEvent<?> crispEvent = crispEvent(event);
		if (crispEvent == null || !selects(crispEvent.getPayload())) {
			return;
		}
		CrispEventDispatcher.matched(crispEvent);
		if (isReceived(crispEvent)) {
			CrispEventDispatcher.call(crispEvent, this, () -> handle(crispEvent));
		}
	}

	static @Nullable CrispApplicationEvent<?> crispEvent(ApplicationEvent event) {
		if (event instanceof CrispApplicationEvent<?> crispEvent) {
			return crispEvent;
		}
		if (event instanceof PayloadApplicationEvent<?> carrier && carrier.getPayload() instanceof CrispEvent payload) {
			return new CrispApplicationEvent<>(payload, CrispDelivery.first(CrispDelivery.Transport.APPLICATION,
					Instant.ofEpochMilli(event.getTimestamp()), CrispJson.copyToTree(payload)));
		}
		return null;
	}

	/**
	 * Return whether the method selects the type of an event, regardless of its filters.
	 */
	boolean selects(CrispEvent event) {
		return accepts(event.getClass()) && this.eventNames.contains(event.name());
	}

	private boolean isReceived(CrispApplicationEvent<?> received) {
		CrispEvent event = received.getPayload();
		return receives(received.getDelivery().account())
				&& (this.websites.isEmpty() || this.websites.contains(String.valueOf(event.websiteId())))
				&& (!usesConversation() || ConversationId.of(event) != null)
				&& (!(event instanceof ChatMessageEvent message) || isReceived(message));
	}

	private boolean isReceived(ChatMessageEvent message) {
		Sender[] from = this.annotation.from();
		String[] types = this.annotation.types();
		return (from.length == 0 || Arrays.asList(from).contains(message.from()))
				&& (types.length == 0 || Arrays.asList(types).contains(message.type()))
				&& (!message.automated() || receivesAutomated());
	}

	private boolean receivesAutomated() {
		return !this.visitorText && (this.annotation.automated() || !this.returned.isReply());
	}

	/**
	 * Call the method.
	 * @param event the event
	 * @return the remaining work, or {@code null}
	 */
	private @Nullable Mono<Void> handle(CrispApplicationEvent<?> event) throws Exception {
		@Nullable Object[] arguments = this.parameters.resolve(event);
		if (this.condition != null && !this.condition.isMet(event, arguments)) {
			return null;
		}
		if (stepsBack() && this.replies.isHandledByOperator(event)) {
			logger.debug(LogMessage.format("Listener method '%s' steps back, as an operator handles the conversation",
					this));
			return null;
		}
		this.observer.accept(event);
		UnaryOperator<Mono<Void>> sending = (reply) -> CrispEventDispatcher.retryAfterCommit(event, reply);
		UnaryOperator<Mono<Void>> replying = stepsBack()
				? (reply) -> this.replies.unlessAnswered(event.getPayload(), sending.apply(reply)) : sending;
		return this.annotation.typing() ? this.replies.whileTyping(event, CrispEventDispatcher.ended(event),
				() -> reply(event, arguments, replying)) : reply(event, arguments, replying);
	}

	private @Nullable Mono<Void> reply(CrispApplicationEvent<?> event, @Nullable Object[] arguments,
			UnaryOperator<Mono<Void>> sending) throws Exception {
		Object result = invoke(arguments);
		return (result != null) ? this.replies.send(event, result, sending) : null;
	}

	private @Nullable Object invoke(@Nullable Object[] arguments) throws Exception {
		Object bean = this.beanFactory.getBean(this.beanName);
		if (KotlinDetector.isSuspendingFunction(this.method)) {
			return CoroutinesUtils.invokeSuspendingFunction(this.method, bean, arguments);
		}
		try {
			return this.method.invoke(bean, arguments);
		}
		catch (InvocationTargetException ex) {
			ReflectionUtils.rethrowException(ex.getTargetException());
			return null;
		}
	}

	@Override
	public String toString() {
		StringJoiner parameters = new StringJoiner(", ", "(", ")");
		Stream.of(this.targetMethod.getParameterTypes())
			.limit(SuspendingFunctions.parameterCount(this.targetMethod))
			.map(Class::getSimpleName)
			.forEach(parameters::add);
		return ClassUtils.getQualifiedMethodName(this.targetMethod) + parameters;
	}

}
