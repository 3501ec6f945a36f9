package io.github.crispspring.orders

import kotlinx.coroutines.delay
import org.springframework.boot.autoconfigure.SpringBootApplication
import org.springframework.stereotype.Component

/** The application of the example in `docs/kotlin.md`. */
@SpringBootApplication(proxyBeanMethods = false)
class OrdersApplication

@Component
class SlowShop : Shop {

	private val orders = listOf(Order("17", true), Order("18", false))

	override suspend fun order(number: String): Order? {
		delay(1)
		return orders.find { it.number == number }
	}

	override suspend fun orders(email: String): List<Order> {
		delay(1)
		return orders
	}

	override suspend fun complaints(email: String): List<String> {
		delay(1)
		return listOf("Too late")
	}

}
