import { byId, element } from "./dom.js";

const LIMIT = 300;
const QUIET = /^message:(compose|acknowledge):/;
const TRANSPORTS = { WEBHOOK: "webhook", RTM: "RTM" };
const LOOKS = {
	HANDLING: "now", HANDLED: "good", FAILED: "bad", DUPLICATE: "odd", ACKNOWLEDGED: "odd", REJECTED: "bad",
	REDELIVERED: "odd", GIVEN_UP: "bad", MISSED: "bad", CONNECTED: "good", DISCONNECTED: "bad", SWITCHED: "now",
};

export const duration = (millis) => millis < 1_000 ? `${millis} ms` : `${(millis / 1_000).toFixed(1)} s`;

// The description of an entry.
export function words(entry) {
	const status = entry.status ? `Response ${entry.status}` : "No response";
	switch (entry.outcome) {
		case "HANDLED":
			return [entry.attempt > 1 && `Attempt ${entry.attempt}.`,
				entry.waited > 100 && `Waited ${duration(entry.waited)} in the queue.`].filter(Boolean).join(" ");
		case "FAILED":
			return entry.transport === "RTM" ? "A listener failed. RTM does not redeliver events."
				: `A listener failed in attempt ${entry.attempt}.`;
		case "DUPLICATE":
			return "Duplicate: not handled again.";
		case "ACKNOWLEDGED":
			return `${status} after ${duration(entry.took)}: the listeners continue.`;
		case "REJECTED":
			return `${status}: not signed by Crisp.`;
		case "REDELIVERED":
			return `${status}: Crisp delivers it again.`;
		case "GIVEN_UP":
			return `${status}: Crisp gives up.`;
		case "MISSED":
			return "Not connected: this event is lost.";
		case "CONNECTED":
			return "The starter is connected.";
		case "DISCONNECTED":
			return "The connection is lost. The starter reconnects.";
		case "SWITCHED":
			return `Events are delivered by ${TRANSPORTS[entry.transport]} now.`;
		default:
			return "";
	}
}

// The events as they are handled. `seen` is called with each.
export function timeline(nicknames, seen) {
	const entries = byId("timeline-entries");
	const items = new Map();

	function show(entry) {
		const item = draw(entry);
		if (items.has(entry.number)) {
			items.get(entry.number).replaceWith(item);
		}
		else {
			entries.prepend(item);
		}
		items.set(entry.number, item);
		if (items.size > LIMIT) {
			const [oldest] = items.keys();
			items.get(oldest).remove();
			items.delete(oldest);
		}
		byId("timeline-empty").hidden = true;
		seen(entry);
	}

	function draw(entry) {
		const item = element("li", `entry ${LOOKS[entry.outcome]}`);
		item.dataset.outcome = entry.outcome;
		item.classList.toggle("quiet-event", QUIET.test(entry.event ?? ""));
		const time = element("time", "", new Date(entry.time).toLocaleTimeString([], {
			hour: "2-digit", minute: "2-digit", second: "2-digit", fractionalSecondDigits: 3, hourCycle: "h23",
		}));
		time.dateTime = entry.time;
		item.append(time, element("span", "outcome", entry.outcome.toLowerCase().replace("_", " ")),
			element("span", "event", entry.event ?? (entry.outcome === "DUPLICATE" ? "(waiting)" : "connection")),
			element("span", "via", TRANSPORTS[entry.transport] ?? ""), drawConversation(entry),
			element("span", "took", entry.outcome === "HANDLING" ? "…" : entry.took === null ? "" : duration(entry.took)),
			element("span", "more", words(entry)));
		return item;
	}

	function drawConversation(entry) {
		const conversation = element("span", "who", entry.sessionId ? nicknames.get(entry.sessionId) ?? "unknown" : "");
		conversation.dataset.session = entry.sessionId ?? "";
		if (entry.order) {
			conversation.append(element("span", "order", ` #${entry.order}`));
		}
		return conversation;
	}

	// The name of a conversation may become known after its first event.
	function named(sessionId, nickname) {
		for (const conversation of entries.querySelectorAll(`.who[data-session="${sessionId}"]`)) {
			if (conversation.firstChild.data !== nickname) {
				conversation.firstChild.data = nickname;
			}
		}
	}

	function clear() {
		entries.replaceChildren();
		items.clear();
		byId("timeline-empty").hidden = false;
	}

	byId("timeline-all").addEventListener("change", (event) => entries.classList.toggle("all", event.target.checked));

	return { clear, named, events: { timeline: show } };
}
