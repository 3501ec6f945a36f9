package io.github.crispspring.rtm;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.crispspring.client.RestTester;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Base class for tests of a connection to a {@link StubWebSocketServer}.
 */
abstract class AbstractRtmTests {

	@RegisterExtension
	static final WireMockExtension rest = RestTester.server();

	final StubWebSocketServer server = new StubWebSocketServer();

	RtmTester tester;

	@AfterEach
	void close() {
		if (this.tester != null) {
			this.tester.close();
		}
		this.server.close();
	}

}
