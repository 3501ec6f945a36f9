import { byId, call } from "./dom.js";
import { duration, words } from "./timeline.js";

// The switch to which an entry of the timeline belongs.
const ANSWERS = {
	transport: (entry) => entry.outcome === "SWITCHED",
	cut: (entry) => ["DISCONNECTED", "CONNECTED", "MISSED"].includes(entry.outcome),
	forge: (entry) => entry.outcome === "REJECTED",
	duplicate: (entry) => entry.outcome === "DUPLICATE",
	failure: (entry) => ["FAILED", "REDELIVERED"].includes(entry.outcome)
		|| (entry.outcome === "HANDLED" && entry.attempt > 1),
	slowness: (entry, slow) => entry.outcome === "ACKNOWLEDGED" || (entry.outcome === "HANDLED" && entry.number === slow),
};

const FAULTS = { failure: "FAILURE", slowness: "SLOWNESS" };

// The switches. `changed` is called with their state.
export function lab(changed) {
	const switches = new Map([...document.querySelectorAll("[data-switch]")].map((each) => [each.dataset.switch, each]));
	const used = new Set();
	let fault = "NONE";
	let slow;

	const say = (name, text) => switches.get(name).querySelector("output").textContent = text;

	function use(name, method, path, body) {
		used.add(name);
		if (body !== "NONE") {
			say(name, "");
		}
		call(method, `/lab/${path}`, body).catch((error) => say(name, error.message.endsWith("409")
			? "Write a message first." : "That could not be done."));
	}

	function on(name, action) {
		switches.get(name).querySelector("button").addEventListener("click", action);
	}

	function show(state) {
		for (const radio of switches.get("transport").querySelectorAll("input")) {
			radio.checked = radio.value === state.transport;
		}
		switches.get("cut").querySelector("button").disabled = !state.connected;
		for (const [name, wanted] of Object.entries(FAULTS)) {
			switches.get(name).querySelector("button").setAttribute("aria-pressed", String(state.fault === wanted));
		}
		fault = state.fault;
		changed(state);
	}

	function seen(entry) {
		if (fault === FAULTS.slowness && entry.outcome === "HANDLING" && entry.event === "message:send") {
			slow ??= entry.number;
		}
		for (const [name, answers] of Object.entries(ANSWERS)) {
			if (used.has(name) && answers(entry, slow)) {
				say(name, words(entry) + (entry.outcome === "HANDLED" ? ` Handled in ${duration(entry.took)}.` : ""));
			}
		}
	}

	switches.get("transport").addEventListener("change",
		(event) => use("transport", "PUT", "transport", event.target.value));
	on("cut", () => use("cut", "POST", "cut"));
	on("forge", () => use("forge", "POST", "forged-hook"));
	on("duplicate", () => use("duplicate", "POST", "duplicate"));
	for (const [name, wanted] of Object.entries(FAULTS)) {
		on(name, (event) => {
			const pressed = event.currentTarget.getAttribute("aria-pressed") === "true";
			slow = pressed ? slow : undefined;
			use(name, "PUT", "fault", pressed ? "NONE" : wanted);
		});
	}

	return { seen, events: { lab: show } };
}
