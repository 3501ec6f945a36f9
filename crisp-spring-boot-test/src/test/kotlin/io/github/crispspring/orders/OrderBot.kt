package io.github.crispspring.orders

import io.github.crispspring.client.website.conversation.ReactiveCrispConversation
import io.github.crispspring.event.MessageSend
import io.github.crispspring.event.SessionSetEmail
import io.github.crispspring.listener.CrispListener
import io.github.crispspring.listener.VisitorTextListener
import kotlinx.coroutines.async
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.reactor.awaitSingle
import org.springframework.stereotype.Component

@Component
class OrderBot(private val shop: Shop) {

	// The result is sent as the reply; null is not
	@VisitorTextListener(typing = true, condition = "#message.text() matches 'Order \\d+'")
	suspend fun status(message: MessageSend): String? {
		val number = message.text()?.removePrefix("Order ") ?: return null
		val order = shop.order(number) ?: return "There is no order $number."
		return if (order.sent) "Order $number is on its way." else "Order $number is being packed."
	}

	// A function without a result sends nothing by itself
	@CrispListener
	suspend fun summarize(change: SessionSetEmail, conversation: ReactiveCrispConversation) {
		val email = change.email() ?: return
		val (orders, complaints) = coroutineScope {
			val orders = async { shop.orders(email) }
			val complaints = async { shop.complaints(email) }
			orders.await() to complaints.await()
		}
		conversation.note("$email: ${orders.size} orders, ${complaints.size} complaints").awaitSingle()
	}

}

interface Shop {

	suspend fun order(number: String): Order?

	suspend fun orders(email: String): List<Order>

	suspend fun complaints(email: String): List<String>

}

data class Order(val number: String, val sent: Boolean)
