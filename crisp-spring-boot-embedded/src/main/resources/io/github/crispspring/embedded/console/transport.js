import { call } from "./api.js";
import { byId, count, setText } from "./dom.js";

const ENDED = { DELIVERED: "delivered", FAILED: "failed", MISSED: "missed", RETRYING: "retrying", PENDING: "waiting" };

// The transport of events, and the state and traffic of both. `failed` is called with a message.
export function transport(failed) {
	const deliveries = { WEBHOOK: new Map(), RTM: new Map() };
	let present;
	let cutUntil = 0;

	function state(change) {
		present = change;
		for (const radio of document.querySelectorAll("input[name=transport]")) {
			radio.checked = radio.value === present.transport;
		}
		draw();
	}

	function cut(until) {
		cutUntil = until;
		draw();
	}

	function delivery({ id, transport: name, state: ended }) {
		deliveries[name].set(id, ended);
		drawTraffic(name);
	}

	function draw() {
		if (!present) {
			return;
		}
		const seconds = Math.ceil((cutUntil - Date.now()) / 1_000);
		const byRtm = present.transport === "RTM";
		show("webhook-state", present.webhookUrl ? withoutQuery(present.webhookUrl)
			: byRtm ? "no endpoint" : "no endpoint: events wait for the server of the application",
			Boolean(present.webhookUrl), !byRtm);
		show("rtm-state", seconds > 0 ? `cut for ${seconds} s` : present.rtmConnected ? "connected"
			: byRtm ? "not connected: events are missed (see 'crisp.rtm.enabled')"
				: "not connected", present.rtmConnected && seconds <= 0, byRtm || seconds > 0);
		drawTraffic("WEBHOOK");
		drawTraffic("RTM");
	}

	// The key of a website webhook is in its query
	const withoutQuery = (url) => url.split("?")[0];

	function show(id, text, good, used) {
		setText(byId(id), text);
		byId(id).classList.toggle("good", good);
		byId(id).classList.toggle("bad", !good && used);
	}

	function drawTraffic(name) {
		const states = [...deliveries[name].values()];
		const parts = Object.entries(ENDED).map(([ended, word]) =>
			[states.filter((each) => each === ended).length, word]).filter(([number]) => number > 0);
		setText(byId(`${name.toLowerCase()}-traffic`), parts.length === 0 ? count(0, "event")
			: parts.map(([number, word]) => `${number} ${word}`).join(", "));
	}

	function clear() {
		deliveries.WEBHOOK.clear();
		deliveries.RTM.clear();
		draw();
	}

	for (const radio of document.querySelectorAll("input[name=transport]")) {
		radio.addEventListener("change", async () => {
			try {
				await call("PUT", "transport", { transport: radio.value });
			}
			catch (error) {
				failed(error.message);
			}
		});
	}

	return { cut, clear, events: { state, delivery } };
}
