package io.github.crispspring.sample.timeline;

import io.github.crispspring.event.CrispDelivery.Transport;
import io.github.crispspring.sample.crisp.DeliveryReport;
import io.github.crispspring.sample.crisp.EmbeddedCrisp;
import io.github.crispspring.sample.crisp.EventDelivery;
import io.github.crispspring.sample.crisp.OnlyWithEmbeddedCrisp;

import org.springframework.stereotype.Component;

/**
 * Adds deliveries as seen by the embedded Crisp to the timeline: responses to webhooks
 * other than 200, and changes of the RTM connection.
 */
@Component
@OnlyWithEmbeddedCrisp
class DeliveryObserver {

	private final Timeline timeline;

	DeliveryObserver(EmbeddedCrisp crisp, Timeline timeline) {
		this.timeline = timeline;
		crisp.delivery().listen(this::show);
	}

	private void show(DeliveryReport report) {
		if (report instanceof DeliveryReport.HookAnswered answered) {
			show(answered);
		}
		else if (report instanceof DeliveryReport.RtmMissed missed) {
			this.timeline
				.add(TimelineEntry.of(Outcome.MISSED, Transport.RTM).about(missed.event(), missed.sessionId()));
		}
		else if (report instanceof DeliveryReport.RtmConnected) {
			this.timeline.add(TimelineEntry.of(Outcome.CONNECTED, Transport.RTM));
		}
		else if (report instanceof DeliveryReport.RtmDisconnected) {
			this.timeline.add(TimelineEntry.of(Outcome.DISCONNECTED, Transport.RTM));
		}
		else if (report instanceof DeliveryReport.TransportChanged changed) {
			boolean rtm = changed.transport() == EventDelivery.Transport.RTM;
			this.timeline.add(TimelineEntry.of(Outcome.SWITCHED, rtm ? Transport.RTM : Transport.WEBHOOK));
		}
	}

	private void show(DeliveryReport.HookAnswered answered) {
		Integer status = answered.status();
		if (status != null && status == 200) {
			return;
		}
		this.timeline.add(TimelineEntry.of(outcome(answered), Transport.WEBHOOK)
			.about(answered.event(), answered.sessionId())
			.answered(answered.attempt(), status, answered.elapsed()));
	}

	private Outcome outcome(DeliveryReport.HookAnswered answered) {
		Integer status = answered.status();
		if (status != null && status == 202) {
			return Outcome.ACKNOWLEDGED;
		}
		if (status != null && status == 401) {
			return Outcome.REJECTED;
		}
		return answered.again() ? Outcome.REDELIVERED : Outcome.GIVEN_UP;
	}

}
