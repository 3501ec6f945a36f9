package io.github.crispspring.dispatch;

import java.time.Instant;

import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.event.SessionSetState;
import io.github.crispspring.json.CrispJson;
import tools.jackson.databind.JsonNode;

/**
 * Events for tests.
 */
final class Events {

	private static final JsonNode RAW = CrispJson.mapper()
		.readTree("{\"website_id\":\"w\",\"session_id\":\"s\",\"state\":\"resolved\"}");

	private Events() {
	}

	/**
	 * Return an event whose duplicates cannot be detected.
	 */
	static CrispEvent withoutDuplicates() {
		return new CrispEventReader().read(SessionSetState.NAME, null, RAW);
	}

	static CrispDelivery delivery() {
		return CrispDelivery.first(CrispDelivery.Transport.RTM, Instant.EPOCH, RAW);
	}

}
