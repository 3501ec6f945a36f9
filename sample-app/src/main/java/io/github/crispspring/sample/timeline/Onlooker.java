package io.github.crispspring.sample.timeline;

import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.sample.crisp.OnlyWithEmbeddedCrisp;

import org.springframework.stereotype.Component;

/**
 * Listener that does nothing. It makes the starter subscribe to all events of
 * conversations over RTM, so that the timeline shows them, even if the bot has no
 * listener for them.
 */
@Component
@OnlyWithEmbeddedCrisp
class Onlooker {

	@CrispListener({ "message:*", "session:*" })
	void look(CrispEvent event) {
	}

}
