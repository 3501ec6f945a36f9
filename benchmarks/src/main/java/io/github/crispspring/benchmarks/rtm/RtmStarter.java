package io.github.crispspring.benchmarks.rtm;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Receives events with the starter, in an application that has no web server.
 */
public final class RtmStarter {

	private RtmStarter() {
	}

	/**
	 * Receive all events.
	 * @param args where to connect, how many events to measure, and how many come before
	 */
	public static void main(String[] args) throws Exception {
		Tally tally = new Tally("starter", args);
		new SpringApplicationBuilder(TallyApplication.class).web(WebApplicationType.NONE)
			.initializers((context) -> ((GenericApplicationContext) context).registerBean(Tally.class, () -> tally))
			.properties("crisp.identifier=identifier", "crisp.key=key", "crisp.rtm.url=" + args[0],
					"spring.main.banner-mode=off", "logging.level.root=warn")
			.run();
		System.exit(tally.print() ? 0 : 1);
	}

}
