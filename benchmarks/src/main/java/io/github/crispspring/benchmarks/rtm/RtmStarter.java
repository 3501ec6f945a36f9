package io.github.crispspring.benchmarks.rtm;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Receives events with the starter, in an application without web server.
 */
public final class RtmStarter {

	private RtmStarter() {
	}

	/**
	 * Receive all events.
	 * @param args the URL, the number of measured events, and the number of warm-up
	 * events
	 */
	public static void main(String[] args) throws Exception {
		EventCounter tally = new EventCounter("starter", args);
		start(tally, args[0]);
		System.exit(tally.print() ? 0 : 1);
	}

	static void start(EventCounter tally, String url) {
		new SpringApplicationBuilder(CounterApplication.class).web(WebApplicationType.NONE)
			.initializers(
					(context) -> ((GenericApplicationContext) context).registerBean(EventCounter.class, () -> tally))
			.properties("crisp.identifier=identifier", "crisp.key=key", "crisp.rtm.url=" + url,
					"spring.main.banner-mode=off", "logging.level.root=warn")
			.run();
	}

}
