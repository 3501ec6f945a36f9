package io.github.crispspring.embedded.test;

import io.github.crispspring.embedded.EmbeddedCrisp;
import io.github.crispspring.rtm.CrispRtm;
import io.github.crispspring.rtm.CrispRtmState;

import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Resets the embedded Crisp of the application context before each test method, and waits
 * until the application has connected to it.
 */
final class EmbeddedCrispTestExecutionListener implements TestExecutionListener {

	@Override
	public void beforeTestMethod(TestContext testContext) {
		if (!testContext.hasApplicationContext()) {
			return;
		}
		ApplicationContext context = testContext.getApplicationContext();
		context.getBeanProvider(EmbeddedCrisp.class).ifAvailable((crisp) -> {
			crisp.reset();
			boolean connects = crisp.transport() == EmbeddedCrisp.Transport.RTM
					&& context.getBeanProvider(CrispRtm.class).stream().anyMatch(this::connects);
			if (connects) {
				crisp.awaitRtmConnected();
			}
		});
	}

	/**
	 * Return whether a connection is made, which is not if there is no event to subscribe
	 * to.
	 */
	private boolean connects(CrispRtm rtm) {
		return !(rtm.state() instanceof CrispRtmState.Stopped);
	}

}
