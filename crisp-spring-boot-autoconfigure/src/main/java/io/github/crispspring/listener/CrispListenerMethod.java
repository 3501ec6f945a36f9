package io.github.crispspring.listener;

import java.lang.reflect.Method;
import java.util.Set;
import java.util.function.Supplier;

import io.github.crispspring.event.ChatMessageEvent;
import io.github.crispspring.event.CrispApplicationEvent;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.CrispEventTypes;
import io.github.crispspring.event.UnknownEvent;
import io.github.crispspring.message.Sender;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.context.ApplicationEvent;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationListenerMethodAdapter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.Assert;

/**
 * One annotated method. Unlike a plain event listener it keeps its failure to itself, so
 * that the other listeners get the event too, and reports it to the dispatch.
 */
final class CrispListenerMethod extends ApplicationListenerMethodAdapter {

	private final Set<Sender> from;

	private final Class<?> eventType;

	private final Set<String> eventNames;

	private final Supplier<CrispReplies> replies;

	CrispListenerMethod(String beanName, Class<?> type, Method method, Supplier<CrispReplies> replies) {
		super(beanName, type, method);
		CrispListener annotation = AnnotatedElementUtils.findMergedAnnotation(getTargetMethod(), CrispListener.class);
		Assert.state(annotation != null, () -> "No @CrispListener on " + method);
		this.from = Set.of(annotation.from());
		this.eventType = eventType(method);
		this.eventNames = eventNames(method);
		this.replies = replies;
	}

	private static Class<?> eventType(Method method) {
		ResolvableType parameter = ResolvableType.forMethodParameter(method, 0);
		return CrispApplicationEvent.class.isAssignableFrom(parameter.toClass())
				? parameter.as(CrispApplicationEvent.class).getGeneric().resolve(CrispEvent.class)
				: parameter.toClass();
	}

	private Set<String> eventNames(Method method) {
		Set<String> names = CrispEventTypes.namesOf(this.eventType);
		Assert.state(!names.isEmpty() || this.eventType == UnknownEvent.class, () -> """
				The parameter of %s is no event of Crisp. Take one of the records in '%s', such as MessageSend, \
				or an interface that they share.""".formatted(method.toGenericString(),
				CrispEvent.class.getPackageName()));
		return names;
	}

	Set<String> eventNames() {
		return this.eventNames;
	}

	/**
	 * The dispatch relies on the method having run when the event is published.
	 */
	@Override
	public boolean supportsAsyncExecution() {
		return false;
	}

	/**
	 * Take events of subtypes too, also where the parameter is a
	 * {@code CrispApplicationEvent<MessageEvent>}, which for Java is no supertype of a
	 * {@code CrispApplicationEvent<MessageSend>}.
	 */
	@Override
	public boolean supportsEventType(ResolvableType eventType) {
		Class<?> payload = eventType.as(PayloadApplicationEvent.class).getGeneric().resolve();
		return payload != null && this.eventType.isAssignableFrom(payload);
	}

	@Override
	public void processEvent(ApplicationEvent event) {
		CrispEvent crispEvent = crispEvent(event);
		if (crispEvent == null || !isFromExpectedSide(crispEvent) || !shouldHandle(event)) {
			return;
		}
		Mono<Void> handled = handle(event, crispEvent);
		if (event instanceof DispatchedEvent<?> dispatched) {
			dispatched.add(handled);
		}
		else {
			handled.subscribe(null, this::handleAsyncError);
		}
	}

	private @Nullable CrispEvent crispEvent(ApplicationEvent event) {
		return (event instanceof PayloadApplicationEvent<?> carrier && carrier.getPayload() instanceof CrispEvent it)
				? it : null;
	}

	private boolean isFromExpectedSide(CrispEvent event) {
		return this.from.isEmpty() || !(event instanceof ChatMessageEvent message)
				|| (message.from() != null && this.from.contains(message.from()));
	}

	private Mono<Void> handle(ApplicationEvent event, CrispEvent crispEvent) {
		try {
			@Nullable Object[] arguments = resolveArguments(event);
			Object result = (arguments != null) ? doInvoke(arguments) : null;
			return (result != null) ? this.replies.get().send(crispEvent, result) : Mono.empty();
		}
		catch (Exception | LinkageError | AssertionError ex) {
			return Mono.error(ex);
		}
	}

}
