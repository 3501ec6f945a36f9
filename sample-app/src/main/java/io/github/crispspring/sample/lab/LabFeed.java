package io.github.crispspring.sample.lab;

import io.github.crispspring.sample.crisp.EmbeddedCrisp;
import io.github.crispspring.sample.crisp.EventDelivery;
import io.github.crispspring.sample.crisp.OnlyWithEmbeddedCrisp;
import io.github.crispspring.sample.page.PageFeed;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;

/**
 * Feed of the state of the controls that simulate faults.
 */
@Component
@OnlyWithEmbeddedCrisp
class LabFeed implements PageFeed {

	private final Sinks.Many<LabState> states = Sinks.many().replay().latest();

	private final EventDelivery delivery;

	private Fault fault = Fault.NONE;

	LabFeed(EmbeddedCrisp crisp) {
		this.delivery = crisp.delivery();
		this.delivery.listen((report) -> changed());
		changed();
	}

	synchronized void fault(Fault fault) {
		this.fault = fault;
		changed();
	}

	private synchronized void changed() {
		this.states.tryEmitNext(new LabState(this.delivery.transport(), this.delivery.isConnected(), this.fault));
	}

	@Override
	public Flux<ServerSentEvent<Object>> events(String sessionId) {
		return this.states.asFlux().distinctUntilChanged().map((state) -> PageFeed.event("lab", state));
	}

}
