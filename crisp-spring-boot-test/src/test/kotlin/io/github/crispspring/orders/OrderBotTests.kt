package io.github.crispspring.orders

import io.github.crispspring.message.MessageContent
import io.github.crispspring.test.AutoConfigureCrispTester
import io.github.crispspring.test.CrispTester
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.springframework.beans.factory.annotation.Autowired
import org.springframework.boot.test.context.SpringBootTest

@SpringBootTest(properties = ["crisp.identifier=test", "crisp.key=test"])
@AutoConfigureCrispTester
class OrderBotTests(@param:Autowired private val crisp: CrispTester) {

	@Test
	fun visitorLearnsTheStatusOfAnOrder() {
		assertThat(crisp.visitorWrites("Order 17").replies())
			.containsExactly(MessageContent.text("Order 17 is on its way."))
	}

	@Test
	fun unknownOrderIsReported() {
		assertThat(crisp.visitorWrites("Order 99").replies())
			.containsExactly(MessageContent.text("There is no order 99."))
	}

	@Test
	fun otherMessagesAreLeftToTheTeam() {
		assertThat(crisp.visitorWrites("Hi").calls()).isEmpty()
	}

	@Test
	fun teamIsInformedAboutAKnownCustomer() {
		val result = crisp.deliver(
			"session:set_email", """{"session_id": "${CrispTester.SESSION_ID}", "email": "jane@example.com"}"""
		)
		assertThat(result.notes().map { it.text() }).containsExactly("jane@example.com: 2 orders, 1 complaints")
		assertThat(result.replies()).isEmpty()
	}

}
