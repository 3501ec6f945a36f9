package io.github.crispspring.listener

import io.github.crispspring.client.website.conversation.CrispConversation
import io.github.crispspring.client.website.conversation.ReactiveCrispConversation
import io.github.crispspring.event.CrispDelivery
import io.github.crispspring.event.MessageSend
import io.github.crispspring.message.MessageContent
import io.github.crispspring.message.Sender
import io.github.crispspring.testsupport.WaitLimit
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.awaitCancellation
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flowOf
import kotlinx.coroutines.future.await
import kotlinx.coroutines.reactor.awaitSingle
import kotlinx.coroutines.reactor.mono
import kotlinx.coroutines.withContext
import kotlinx.coroutines.yield
import org.aopalliance.intercept.MethodInterceptor
import org.assertj.core.api.Assertions.assertThat
import org.awaitility.Awaitility
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.ValueSource
import org.springframework.aop.framework.ProxyFactory
import org.springframework.boot.test.context.FilteredClassLoader
import org.springframework.context.annotation.Bean
import org.springframework.context.annotation.Configuration
import reactor.core.publisher.Mono
import java.util.concurrent.CompletableFuture
import java.util.concurrent.TimeUnit
import java.util.concurrent.TimeoutException
import java.util.concurrent.atomic.AtomicInteger
import kotlin.reflect.KClass

/** Kotlin functions that suspend are listeners like those that return a `Mono`. */
internal class SuspendingListenerTests {

	@Test
	fun resultIsSentAsTheReply() = dispatch(Replying::class) {
		assertThat(crisp.calls()).containsExactly("POST message text")
	}

	@Test
	fun allElementsOfAListAreSent() = dispatch(ReplyingSeveral::class) {
		assertThat(crisp.calls()).containsExactly("POST message text", "POST message text")
	}

	@Test
	fun allElementsOfAFlowAreSent() = dispatch(ReplyingAFlow::class) {
		assertThat(crisp.calls()).containsExactly("POST message text", "POST message text")
	}

	@Test
	fun nullIsNotSent() = dispatch(ReplyingNothing::class) {
		assertThat(crisp.calls()).isEmpty()
	}

	@Test
	fun unitIsNotSent() {
		ListenerTester.withoutCredentials(Silent::class.java).run { context ->
			assertThat(ListenerTester.outcome(context, MessageSend.NAME, TEXT)).isNull()
			assertThat(context.getBean(Silent::class.java).received.isCompleted).isTrue()
		}
	}

	@Test
	fun unitOfAMonoIsNotSent() = dispatch(ReplyingAMonoOfUnit::class) {
		assertThat(crisp.calls()).isEmpty()
	}

	@Test
	fun typingIsShownUntilTheReplyIsSent() {
		crisp.with(Typing::class.java).withPropertyValues("crisp.listener.typing-delay=1ms").run { context ->
			val result = ListenerTester.send(context, MessageSend.NAME, TEXT).toFuture()
			Awaitility.await().until { crisp.calls().contains("PATCH compose start") }
			context.getBean(Typing::class.java).reply.complete("Hello!")
			result.get(WaitLimit.DURATION.seconds, TimeUnit.SECONDS)
			assertThat(crisp.calls()).contains("POST message text")
			// Would otherwise be a call of the next test
			Awaitility.await().until { crisp.calls().contains("PATCH compose stop") }
		}
	}

	@Test
	fun conditionKnowsTheArguments() {
		crisp.with(Conditional::class.java).run { context ->
			ListenerTester.dispatch(context, MessageSend.NAME, TEXT + mapOf("content" to "No", "fingerprint" to 2))
			assertThat(crisp.calls()).isEmpty()
			ListenerTester.dispatch(context, MessageSend.NAME, TEXT)
			assertThat(crisp.calls()).containsExactly("POST message text")
		}
	}

	@Test
	fun conditionThatNamesNoArgumentFailsTheStartup() {
		crisp.with(MistakenCondition::class.java).run { context ->
			assertThat(context.startupFailure).hasStackTraceContaining("refers to '#continuation'")
				.hasStackTraceContaining("Use [#message]")
		}
	}

	@Test
	fun reactiveConversationIsAwaited() = dispatch(WithReactiveConversation::class) {
		assertThat(crisp.calls()).containsExactly("POST message note", "POST message text")
	}

	@Test
	fun blockingConversationIsCalled() = dispatch(WithBlockingConversation::class) {
		assertThat(crisp.calls()).containsExactly("POST message note", "POST message text")
	}

	@Test
	fun blockingConversationIsRejectedOnTheEventLoopOfAReactiveCall() {
		crisp.with(BlockingOnTheEventLoop::class.java).run { context ->
			assertThat(ListenerTester.outcome(context, MessageSend.NAME, TEXT)).hasStackTraceContaining("which must not block")
			assertThat(crisp.calls()).containsExactly("POST message note")
		}
	}

	@Test
	fun blockingConversationIsCalledOnAnotherDispatcher() = dispatch(BlockingOnAnotherDispatcher::class) {
		assertThat(crisp.calls()).containsExactly("POST message note", "POST message note")
	}

	@Test
	fun beanMayBeProxied() {
		crisp.with(Proxies::class.java).run { context ->
			ListenerTester.dispatch(context, MessageSend.NAME, TEXT)
			assertThat(context.getBean(Proxies::class.java).calls.get()).isOne()
			assertThat(crisp.calls()).containsExactly("POST message text")
		}
	}

	@ParameterizedTest
	@ValueSource(classes = [Failing::class, FailingAfterSuspension::class])
	fun errorFailsTheEventAndIsReportedToTheErrorHandler(listener: Class<*>) {
		ListenerTester.withoutCredentials(ListenerTester.Failures::class.java, listener).run { context ->
			assertThat(ListenerTester.outcome(context, MessageSend.NAME, TEXT)).hasStackTraceContaining("Out of stock")
			assertThat(context.getBean(ListenerTester.Failures::class.java).failures).singleElement()
				.isInstanceOf(IllegalStateException::class.java)
		}
	}

	@Test
	fun timeLimitCancelsTheCoroutine() {
		ListenerTester.withoutCredentials(Unfinished::class.java)
			.withPropertyValues("crisp.listener.timeout=100ms")
			.run { context ->
				val fingerprints = AtomicInteger()
				// The limit may pass before the coroutine begins
				Awaitility.await().until {
					assertThat(ListenerTester.outcome(context, MessageSend.NAME,
						TEXT + mapOf("fingerprint" to fingerprints.incrementAndGet())))
						.isInstanceOf(TimeoutException::class.java)
					context.getBean(Unfinished::class.java).cancelled.isDone
				}
			}
	}

	@Test
	fun resultThatCannotBeSentFailsTheStartup() {
		crisp.with(Unsendable::class.java).run { context ->
			assertThat(context.startupFailure).hasStackTraceContaining("java.lang.Integer, which cannot be sent")
		}
	}

	@Test
	fun identifierOfTheListenerIsItsDeclaredSignature() {
		crisp.with(Replying::class.java).run { context ->
			assertThat(context.getBean(CrispListenerRegistry::class.java).listeners()).singleElement()
				.satisfies({ listener -> assertThat(listener.id()).endsWith("Replying.reply(MessageSend, CrispDelivery)") })
		}
	}

	@ParameterizedTest
	@ValueSource(strings = ["kotlinx.coroutines.reactor", "kotlin.reflect.full"])
	fun missingLibraryFailsTheStartup(library: String) {
		crisp.with(Replying::class.java).withClassLoader(FilteredClassLoader(library)).run { context ->
			assertThat(context.startupFailure).isInstanceOf(InvalidListenerException::class.java)
				.hasMessageContaining("Replying.reply(")
				.hasMessageContaining("It is a suspend function")
				.hasMessageContaining("Add the dependency 'org.jetbrains.kotlin")
		}
	}

	private fun dispatch(listener: KClass<*>, verify: () -> Unit) {
		crisp.with(listener.java).run { context ->
			ListenerTester.dispatch(context, MessageSend.NAME, TEXT)
			verify()
		}
	}

	class Replying {

		@VisitorTextListener
		suspend fun reply(message: MessageSend, delivery: CrispDelivery): String {
			yield()
			return "You said ${message.text()} in attempt ${delivery.attempt()}"
		}

	}

	class ReplyingSeveral {

		@VisitorTextListener
		suspend fun reply(message: MessageSend): List<MessageContent> {
			yield()
			return listOf(MessageContent.text("You said"), MessageContent.text(message.text() ?: "nothing"))
		}

	}

	class ReplyingAFlow {

		@VisitorTextListener
		suspend fun reply(message: MessageSend): Flow<String> {
			yield()
			return flowOf("You said", message.text() ?: "nothing")
		}

	}

	class ReplyingNothing {

		@VisitorTextListener
		suspend fun reply(message: MessageSend): String? {
			yield()
			return message.text()?.takeIf { it == "Bye" }
		}

	}

	class ReplyingAMonoOfUnit {

		@CrispListener
		@Suppress("unused")
		fun on(message: MessageSend): Mono<Unit> = mono { yield() }

	}

	class Silent {

		val received = CompletableDeferred<MessageSend>()

		@CrispListener
		suspend fun on(message: MessageSend) {
			yield()
			received.complete(message)
		}

	}

	class Typing {

		val reply = CompletableFuture<String>()

		@VisitorTextListener(typing = true)
		@Suppress("unused")
		suspend fun reply(message: MessageSend): String = reply.await()

	}

	class Conditional {

		@CrispListener(from = [Sender.USER], condition = "#message.text() == 'Hi' and event.payload.fingerprint == 1")
		suspend fun reply(message: MessageSend): String {
			yield()
			return "You said ${message.text()}"
		}

	}

	class MistakenCondition {

		@CrispListener(condition = "#continuation != null")
		suspend fun on(message: MessageSend) = yield()

	}

	class WithReactiveConversation {

		@VisitorTextListener
		suspend fun reply(message: MessageSend, conversation: ReactiveCrispConversation): String {
			val note = conversation.note("Seen: ${message.text()}").awaitSingle()
			return "Noted as ${note.fingerprint()}"
		}

	}

	class WithBlockingConversation {

		@VisitorTextListener
		suspend fun reply(conversation: CrispConversation, message: MessageSend): String {
			conversation.note("Seen: ${message.text()}")
			yield()
			return "Noted"
		}

	}

	class BlockingOnTheEventLoop {

		@CrispListener
		@Suppress("unused")
		suspend fun on(message: MessageSend, reactive: ReactiveCrispConversation, blocking: CrispConversation) {
			reactive.note("First").awaitSingle()
			blocking.note("Second")
		}

	}

	class BlockingOnAnotherDispatcher {

		@CrispListener
		@Suppress("unused")
		suspend fun on(message: MessageSend, reactive: ReactiveCrispConversation, blocking: CrispConversation) {
			reactive.note("First").awaitSingle()
			withContext(Dispatchers.IO) { blocking.note("Second") }
		}

	}

	open class Open {

		private val prefix = "You said"

		@VisitorTextListener
		open suspend fun reply(message: MessageSend): String {
			yield()
			return "$prefix ${message.text()}"
		}

	}

	@Configuration(proxyBeanMethods = false)
	class Proxies {

		val calls = AtomicInteger()

		@Bean
		fun proxied(): Open {
			val factory = ProxyFactory(Open())
			factory.isProxyTargetClass = true
			factory.addAdvice(MethodInterceptor { invocation ->
				calls.incrementAndGet()
				invocation.proceed()
			})
			return factory.proxy as Open
		}

	}

	class Failing {

		@CrispListener
		@Suppress("RedundantSuspendModifier", "unused")
		suspend fun on(message: MessageSend): Unit = throw IllegalStateException("Out of stock")

	}

	class FailingAfterSuspension {

		@CrispListener
		@Suppress("unused")
		suspend fun on(message: MessageSend) {
			CompletableFuture.runAsync { throw IllegalStateException("Out of stock") }.await()
		}

	}

	class Unfinished {

		val cancelled = CompletableFuture<Unit>()

		@CrispListener
		@Suppress("unused")
		suspend fun on(message: MessageSend) {
			try {
				awaitCancellation()
			} finally {
				cancelled.complete(Unit)
			}
		}

	}

	class Unsendable {

		@VisitorTextListener
		@Suppress("RedundantSuspendModifier")
		suspend fun reply(message: MessageSend): Int = message.hashCode()

	}

	companion object {

		private val TEXT: Map<String, Any> =
			mapOf("type" to "text", "from" to "user", "content" to "Hi", "fingerprint" to 1)

		@field:RegisterExtension
		private val crisp = ListenerTester()

	}

}
