package io.github.crispspring.sample;

import org.springframework.boot.test.context.SpringBootTest;

/**
 * The same conversations with events over the realtime connection.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "crisp.embedded.transport=rtm")
class SupportBotRtmTests extends SupportBotTests {

}
