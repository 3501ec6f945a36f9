package io.github.crispspring.autoconfigure;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

import io.github.crispspring.rtm.CrispRtm;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.core.log.LogMessage;

/**
 * Subscribes to further events when they are required, or when a descendant of the
 * application context is opened whose listeners receive them. Crisp takes subscriptions
 * only when a connection begins.
 */
final class RtmSubscriptions implements ApplicationListener<ContextRefreshedEvent> {

	private static final Log logger = LogFactory.getLog(RtmSubscriptions.class);

	private final ApplicationContext context;

	private final CrispRtm rtm;

	private final Supplier<Set<String>> eventNames;

	private Set<String> subscribed = Set.of();

	private boolean started;

	/**
	 * Create the subscriptions.
	 * @param context the application context of the realtime connection
	 * @param rtm the realtime connection
	 * @param eventNames supplies the events to subscribe to
	 */
	RtmSubscriptions(ApplicationContext context, CrispRtm rtm, Supplier<Set<String>> eventNames) {
		this.context = context;
		this.rtm = rtm;
		this.eventNames = eventNames;
	}

	@Override
	public synchronized void onApplicationEvent(ContextRefreshedEvent event) {
		if (event.getApplicationContext() == this.context) {
			this.started = true;
			this.subscribed = this.eventNames.get();
		}
		else {
			update();
		}
	}

	/**
	 * Reconnect if there are further events to subscribe to.
	 */
	synchronized void update() {
		Set<String> names = this.eventNames.get();
		// An application that has stopped the connection keeps it stopped
		if (this.started && !this.subscribed.containsAll(names)
				&& (this.rtm.isRunning() || this.subscribed.isEmpty())) {
			Set<String> added = new TreeSet<>(names);
			added.removeAll(this.subscribed);
			logger.info(LogMessage.format("Reconnecting to subscribe to the events %s as well", added));
			this.subscribed = names;
			this.rtm.stop();
			this.rtm.start();
		}
	}

}
