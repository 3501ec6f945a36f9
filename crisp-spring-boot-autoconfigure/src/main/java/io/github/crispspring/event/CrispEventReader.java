package io.github.crispspring.event;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.crispspring.json.CrispJson;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.log.LogMessage;

/**
 * Reader of events from JSON. It never fails: a field that cannot be parsed is absent,
 * and an unknown event or an event without a required identifier is read as
 * {@link UnknownEvent}.
 */
public final class CrispEventReader {

	private static final Log logger = LogFactory.getLog(CrispEventReader.class);

	private final Set<String> reported = ConcurrentHashMap.newKeySet();

	/**
	 * Read an event.
	 * @param name the name of the event
	 * @param websiteId the identifier of the website of the delivery, or {@code null} for
	 * none
	 * @param data the data of the event
	 * @return the event
	 */
	public CrispEvent read(String name, @Nullable String websiteId, JsonNode data) {
		Class<? extends CrispEvent> type = EventTypes.typeOf(name);
		if (type == null) {
			return unknown(name, websiteId, data, null);
		}
		try {
			CrispEvent event = CrispJson.read(withWebsite(websiteId, data), type);
			String missing = EventTypes.missing(event);
			return (event != null && missing == null) ? event
					: mismatched(name, websiteId, data, String.valueOf(missing));
		}
		catch (JacksonException ex) {
			// Its message may contain texts of a conversation
			return mismatched(name, websiteId, data, ex.getClass().getSimpleName());
		}
	}

	/**
	 * Read an event, without a tree if all its fields can be parsed.
	 * @param name the name of the event
	 * @param websiteId the identifier of the website of the delivery, or {@code null} for
	 * none
	 * @param data the data of the event
	 * @return the event
	 * @throws JacksonException if the data is not valid JSON
	 */
	public CrispEvent read(String name, @Nullable String websiteId, EventJson data) {
		Class<? extends CrispEvent> type = EventTypes.typeOf(name);
		CrispEvent event = (type != null) ? data.readDirectly(type) : null;
		if (event != null && EventTypes.missing(event) == null && (websiteId == null || event.websiteId() != null)) {
			return event;
		}
		return read(name, websiteId, data.tree());
	}

	private JsonNode withWebsite(@Nullable String websiteId, JsonNode data) {
		if (websiteId != null && data instanceof ObjectNode object && !object.has("website_id")) {
			return object.deepCopy().put("website_id", websiteId);
		}
		return data;
	}

	private UnknownEvent mismatched(String name, @Nullable String websiteId, JsonNode data, String problem) {
		if (this.reported.add(name)) {
			logger.warn(LogMessage.format(
					"Event '%s' does not have the expected format (%s); publishing it as UnknownEvent. Further events of this name are not logged.",
					name, problem));
		}
		return unknown(name, websiteId, data, problem);
	}

	private UnknownEvent unknown(String name, @Nullable String websiteId, JsonNode data, @Nullable String problem) {
		String website = (websiteId != null) ? websiteId : data.path("website_id").asStringOpt().orElse(null);
		return new UnknownEvent(name, website, data, problem);
	}

}
