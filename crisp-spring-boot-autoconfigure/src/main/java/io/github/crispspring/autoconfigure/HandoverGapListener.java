package io.github.crispspring.autoconfigure;

import io.github.crispspring.client.website.conversation.CrispHandovers;
import io.github.crispspring.rtm.CrispRtmGapEvent;

import org.springframework.context.ApplicationListener;

/**
 * Ensures that what operators did while the realtime connection was interrupted is read.
 */
final class HandoverGapListener implements ApplicationListener<CrispRtmGapEvent> {

	private final CrispHandovers handovers;

	HandoverGapListener(CrispHandovers handovers) {
		this.handovers = handovers;
	}

	@Override
	public void onApplicationEvent(CrispRtmGapEvent gap) {
		this.handovers.missedUntil(gap.getTo());
	}

}
