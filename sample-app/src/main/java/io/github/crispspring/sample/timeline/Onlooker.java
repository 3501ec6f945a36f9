package io.github.crispspring.sample.timeline;

import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.sample.crisp.OnlyWithEmbeddedCrisp;

import org.springframework.stereotype.Component;

/**
 * Listens to all that happens in conversations and does nothing, so that the timeline
 * shows all events over RTM, too: the starter asks Crisp only for those that somebody
 * listens to.
 */
@Component
@OnlyWithEmbeddedCrisp
class Onlooker {

	@CrispListener({ "message:*", "session:*" })
	void look(CrispEvent event) {
	}

}
