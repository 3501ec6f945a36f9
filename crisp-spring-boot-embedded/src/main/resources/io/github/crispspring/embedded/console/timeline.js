import { byId, clock, count, duration, element, setText } from "./dom.js";
import { detail } from "./detail.js";

const LIMIT = 400;
const QUIET = /^message:(compose|acknowledge):/;
export const TRANSPORTS = { WEBHOOK: "Webhook", RTM: "RTM" };

const MILLIS = { second: "2-digit", fractionalSecondDigits: 3 };

// The word, the look and the explanation of the state of a delivery.
function outcome({ state, transport, attempts }) {
	const last = attempts.at(-1);
	const webhook = transport === "WEBHOOK";
	switch (state) {
		case "DELIVERED":
			if (last?.status === 202) {
				return ["202 accepted", "odd", "The listeners take longer than the application waits for: it still handles the event."];
			}
			return webhook ? [`${last?.status ?? ""} delivered`, "good", ""] : ["sent", "good", ""];
		case "RETRYING":
			return ["retrying", "odd", `Attempt ${last.number}: ${last.status ?? last.error}. Crisp retries.`];
		case "FAILED":
			return ["failed", "bad", `${count(attempts.length, "attempt")}, the last: ${last?.status ?? last?.error}.`];
		case "MISSED":
			return ["missed", "bad", webhook ? "The queue of events was full."
				: "The application was not connected by RTM, or not subscribed to the event."];
		case "NOT_SENT":
			return ["not sent", "off", `Crisp does not send this event by ${TRANSPORTS[transport]}.`];
		default:
			return ["pending", "now", "Waiting for the application."];
	}
}

// com.example.SupportBot.greet(MessageSend) is shown as SupportBot.greet.
const shortName = (listener) => listener.replace(/\(.*$/, "").split(".").slice(-2).join(".");

// Events, REST calls and changes of connections, newest first.
export function timeline(nicknames, actions) {
	const entries = byId("timeline-entries");
	const items = new Map();
	const connection = {};
	const calls = new Set();
	let listeners = {};

	const handlers = (event) => listeners[event] ?? [];

	function delivery(change) {
		const key = `delivery-${change.id}`;
		const present = items.get(key);
		const entry = present ?? deliveryEntry(key, change);
		entry.delivery = change;
		fill(entry);
		entry.detail?.update(change);
		if (!present) {
			add(key, entry, change.timestamp);
		}
	}

	function deliveryEntry(key, change) {
		const entry = { calls: [], key };
		entry.parts = {
			event: element("span", "event", change.event),
			outcome: element("span", "outcome"),
			transport: element("span", `via ${change.transport.toLowerCase()}`, TRANSPORTS[change.transport]),
			who: who(change.sessionId),
			listener: element("span", "listener"),
			facts: element("span", "facts"),
			more: element("span", "more"),
		};
		const { event, outcome: badge, transport, facts, more } = entry.parts;
		entry.toggle = element("button", "summary", "", time(change.timestamp), event, badge, transport,
			entry.parts.who, facts, entry.parts.listener, more);
		entry.toggle.type = "button";
		entry.toggle.setAttribute("aria-expanded", "false");
		entry.toggle.addEventListener("click", () => expand(entry));
		entry.item = element("li", "entry", "", entry.toggle);
		return entry;
	}

	function fill(entry) {
		const { state, attempts, listeners: called } = entry.delivery;
		const [word, look, explanation] = outcome(entry.delivery);
		const { outcome: badge, facts, more, listener } = entry.parts;
		setText(badge, word);
		badge.className = `outcome ${look}`;
		entry.item.dataset.state = state;
		entry.item.classList.toggle("quiet-event", QUIET.test(entry.delivery.event) && attempts.every((each) => each.status === 200));
		const failed = entry.calls.filter((each) => each.status < 200 || each.status > 299).length;
		setText(facts, [
			attempts.length > 1 && `attempt ${attempts.length}`,
			attempts.length > 0 && duration(attempts.at(-1).millis),
			entry.calls.length > 0 && count(entry.calls.length, "call"),
			failed > 0 && `${failed} rejected`,
		].filter(Boolean).join(" · "));
		setText(more, explanation);
		setText(listener, called.map(shortName).join(", "));
	}

	function expand(entry) {
		const expanded = entry.toggle.getAttribute("aria-expanded") !== "true";
		entry.toggle.setAttribute("aria-expanded", String(expanded));
		if (expanded) {
			entry.detail = detail(entry.delivery, entry.calls, handlers(entry.delivery.event), actions);
			entry.item.append(entry.detail.element);
		}
		else {
			entry.detail?.element.remove();
			entry.detail = undefined;
		}
	}

	function call(change) {
		if (calls.has(change.id)) {
			return;
		}
		calls.add(change.id);
		const entry = items.get(`delivery-${change.deliveryId}`);
		if (entry) {
			entry.calls.push(change);
			fill(entry);
			entry.detail?.add(change);
			return;
		}
		const good = change.status >= 200 && change.status < 300;
		const badge = element("span", `outcome ${good ? "good" : "bad"}`, change.status || "cut");
		const toggle = element("summary", "summary", "", time(change.timestamp),
			element("span", "event", `${change.method} ${change.name ?? change.uri.split("?")[0]}`), badge,
			element("span", "via rest", "REST call"),
			who(change.sessionId), element("span", "facts", duration(change.millis)));
		const item = element("li", "entry call-entry", "",
			element("details", "", "", toggle, detail.body(change)));
		add(`call-${change.id}`, { item }, change.timestamp);
	}

	// Changes of the connections, as they were received by this page.
	function state({ transport, rtmConnected, webhookUrl, listeners: present }) {
		listeners = present;
		change("transport", transport, `Events are sent by ${TRANSPORTS[transport]} from now on`, "now", transport);
		change("rtm", rtmConnected, rtmConnected ? "RTM connected" : "RTM disconnected", rtmConnected ? "good" : "bad", "RTM");
		change("webhook", webhookUrl, webhookUrl ? "Webhook endpoint available" : "Webhook endpoint gone",
			webhookUrl ? "good" : "bad", "WEBHOOK");
	}

	function change(name, value, text, look, transport) {
		if (name in connection && connection[name] !== value) {
			const now = Date.now();
			const item = element("li", "entry", "", element("div", "summary", "", time(now), element("span", "notice-text", text),
				element("span", `outcome ${look}`, name === "transport" ? "switched" : look === "good" ? "up" : "down"),
				element("span", `via ${transport.toLowerCase()}`, TRANSPORTS[transport])));
			add(`change-${now}-${name}`, { item }, now);
		}
		connection[name] = value;
	}

	function add(key, entry, timestamp) {
		entry.item.dataset.time = timestamp;
		const later = [...entries.children].find((other) => Number(other.dataset.time) <= timestamp);
		entries.insertBefore(entry.item, later ?? null);
		items.set(key, entry);
		if (items.size > LIMIT) {
			const [[oldest, { item }]] = items;
			item.remove();
			items.delete(oldest);
		}
		byId("timeline-empty").hidden = true;
	}

	function who(sessionId) {
		const drawn = element("span", "who", sessionId ? nicknames.get(sessionId) ?? "" : "");
		drawn.dataset.session = sessionId ?? "";
		return drawn;
	}

	function time(timestamp) {
		const drawn = element("time", "", clock(timestamp, MILLIS));
		drawn.dateTime = new Date(timestamp).toISOString();
		return drawn;
	}

	// The name of a conversation may be received after its first event.
	function named(sessionId, nickname) {
		for (const drawn of entries.querySelectorAll(`.who[data-session="${CSS.escape(sessionId)}"]`)) {
			setText(drawn, nickname);
		}
	}

	function clear() {
		entries.replaceChildren();
		items.clear();
		calls.clear();
		byId("timeline-empty").hidden = false;
	}

	byId("timeline-all").addEventListener("change", (event) => entries.classList.toggle("all", event.target.checked));

	return { clear, named, events: { delivery, call, state } };
}
