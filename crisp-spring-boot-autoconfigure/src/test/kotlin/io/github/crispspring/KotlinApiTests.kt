package io.github.crispspring

import com.github.tomakehurst.wiremock.client.WireMock.any
import com.github.tomakehurst.wiremock.client.WireMock.anyUrl
import com.github.tomakehurst.wiremock.client.WireMock.equalToJson
import com.github.tomakehurst.wiremock.client.WireMock.okJson
import com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor
import com.github.tomakehurst.wiremock.core.WireMockConfiguration
import com.github.tomakehurst.wiremock.junit5.WireMockExtension
import io.github.crispspring.client.website.conversation.ConversationListQuery
import io.github.crispspring.client.website.conversation.CrispConversation
import io.github.crispspring.client.website.conversation.NewConversationMessage
import io.github.crispspring.client.website.conversation.ReactiveCrispConversation
import io.github.crispspring.client.website.conversation.ReactiveWebsiteConversationClient
import io.github.crispspring.client.website.conversation.WebsiteConversationClient
import io.github.crispspring.event.CrispDelivery
import io.github.crispspring.event.CrispEventReader
import io.github.crispspring.event.MessageSend
import io.github.crispspring.json.CrispJson
import io.github.crispspring.dispatch.CrispEventDispatcher
import io.github.crispspring.listener.CrispListener
import io.github.crispspring.listener.VisitorTextListener
import io.github.crispspring.message.MessageContent
import io.github.crispspring.message.Sender
import io.github.crispspring.message.TextContent
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension
import org.springframework.boot.autoconfigure.EnableAutoConfiguration
import org.springframework.boot.test.context.runner.ApplicationContextRunner
import org.springframework.context.annotation.Configuration
import reactor.core.publisher.Flux
import reactor.core.publisher.Mono
import java.time.Duration
import java.time.Instant

/**
 * The API as Kotlin sees it. The compiler is configured to treat nullness strictly and warnings as errors: what may be
 * absent has to be handled here, and what may not, must not be.
 */
class KotlinApiTests {

	@Test
	fun listenerAnswersInKotlin() {
		crisp.stubFor(any(anyUrl()).willReturn(okJson("""{"data":{"fingerprint":1}}""")))
		ApplicationContextRunner().withUserConfiguration(Application::class.java, Bot::class.java)
			.withPropertyValues(
				"crisp.identifier=identifier", "crisp.key=key", "crisp.rest.base-url=" + crisp.baseUrl(),
				"crisp.rtm.enabled=false"
			)
			.run { context ->
				val raw = CrispJson.mapper().readTree(
					"""{"website_id":"w","session_id":"s","type":"text","from":"user","content":"Hi","fingerprint":1}"""
				)
				val event = context.getBean(CrispEventReader::class.java).read(MessageSend.NAME, null, raw)
				context.getBean(CrispEventDispatcher::class.java)
					.dispatch(event, CrispDelivery.first(CrispDelivery.Transport.APPLICATION, Instant.EPOCH, raw))
					.block(Duration.ofSeconds(10))
				crisp.verify(
					1, postRequestedFor(anyUrl()).withRequestBody(equalToJson("""{"content":"You said Hi"}""", true, true))
				)
			}
	}

	@Suppress("unused")
	class Bot {

		@VisitorTextListener
		fun answer(message: MessageSend): String = "You said ${text(message)}"

		@CrispListener(from = [Sender.USER])
		fun assign(message: MessageSend, conversation: ReactiveCrispConversation, delivery: CrispDelivery): Mono<Void> {
			val occurred: Instant? = delivery.occurredAt()
			val received: Instant = delivery.receivedAt()
			val late = occurred?.isBefore(received.minusSeconds(60)) ?: false
			return if (late) conversation.note("late ${message.sessionId().length}").then() else Mono.empty()
		}

		@CrispListener(from = [Sender.USER])
		fun remember(message: MessageSend, conversation: CrispConversation) {
			val topic: String? = conversation.get().topic()
			if (topic == null && message.text() == "remember") {
				conversation.note("No topic yet")
			}
		}

		private fun text(message: MessageSend): String {
			val content: MessageContent? = message.content()
			return if (content is TextContent) content.text() else ""
		}

	}

	/** What is a value is a value, and what may be absent is handled: without this compiling, it is not so. */
	@Suppress("unused")
	class Calls(private val conversations: ReactiveWebsiteConversationClient) {

		fun topics(websiteId: String): Flux<String> {
			val query: ConversationListQuery = ConversationListQuery.builder().filterNotResolved(true).build()
			return conversations.listConversations(websiteId, 1, query)
				.map { conversation -> conversation.topic()?.uppercase() ?: conversation.sessionId() }
		}

		fun send(websiteId: String, sessionId: String): Mono<Void> {
			val message: NewConversationMessage =
				NewConversationMessage.builder().content(MessageContent.text("Hi")).automated(true).build()
			return conversations.sendMessageInConversation(websiteId, sessionId, message).then()
		}

	}

	/** The blocking clients: a result is a value unless it is declared as nullable. */
	@Suppress("unused")
	class BlockingCalls(private val conversations: WebsiteConversationClient) {

		fun topics(websiteId: String): List<String> = conversations.listConversations(websiteId, 1)
			.map { conversation -> conversation.topic()?.uppercase() ?: conversation.sessionId() }

		fun exists(websiteId: String, sessionId: String): Boolean =
			conversations.checkConversationExists(websiteId, sessionId)

		fun toolCall(websiteId: String, sessionId: String): Int =
			conversations.requestToolCallForConversation(websiteId, sessionId, "command")?.size ?: 0

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	class Application

	companion object {

		@JvmField
		@RegisterExtension
		val crisp: WireMockExtension = WireMockExtension.newInstance()
			.options(WireMockConfiguration.options().dynamicPort())
			.build()

	}

}
