import { byId, call } from "./dom.js";
import { duration, words } from "./timeline.js";

// Which switch an entry of the timeline is an answer to.
const ANSWERS = {
	transport: (entry) => entry.outcome === "SWITCHED",
	cut: (entry) => ["DISCONNECTED", "CONNECTED", "MISSED"].includes(entry.outcome),
	forge: (entry) => entry.outcome === "REFUSED",
	duplicate: (entry) => entry.outcome === "DUPLICATE",
	failure: (entry) => ["FAILED", "REDELIVERED"].includes(entry.outcome)
		|| (entry.outcome === "HANDLED" && entry.attempt > 1),
	slowness: (entry) => entry.outcome === "ACKNOWLEDGED" || (entry.outcome === "HANDLED" && entry.took >= 1_000),
};

const FAULTS = { failure: "FAILURE", slowness: "SLOWNESS" };

// The switches. `changed` is told how they stand.
export function lab(changed) {
	const switches = new Map([...document.querySelectorAll("[data-switch]")].map((each) => [each.dataset.switch, each]));
	const used = new Set();

	const say = (name, text) => switches.get(name).querySelector("output").textContent = text;

	function use(name, method, path, body) {
		used.add(name);
		say(name, "");
		call(method, `/lab/${path}`, body).catch((error) => say(name, error.message.endsWith("409")
			? "Write something first." : "That could not be done."));
	}

	function on(name, action) {
		switches.get(name).querySelector("button").addEventListener("click", action);
	}

	function show(state) {
		for (const radio of switches.get("transport").querySelectorAll("input")) {
			radio.checked = radio.value === state.transport;
		}
		switches.get("cut").querySelector("button").disabled = !state.connected;
		for (const [name, fault] of Object.entries(FAULTS)) {
			switches.get(name).querySelector("button").setAttribute("aria-pressed", String(state.fault === fault));
		}
		changed(state);
	}

	function seen(entry) {
		for (const [name, answers] of Object.entries(ANSWERS)) {
			if (used.has(name) && answers(entry)) {
				say(name, words(entry) + (entry.outcome === "HANDLED" ? ` Handled in ${duration(entry.took)}.` : ""));
			}
		}
	}

	switches.get("transport").addEventListener("change",
		(event) => use("transport", "PUT", "transport", event.target.value));
	on("cut", () => use("cut", "POST", "cut"));
	on("forge", () => use("forge", "POST", "forged-hook"));
	on("duplicate", () => use("duplicate", "POST", "duplicate"));
	for (const [name, fault] of Object.entries(FAULTS)) {
		on(name, (event) => use(name, "PUT", "fault",
			event.currentTarget.getAttribute("aria-pressed") === "true" ? "NONE" : fault));
	}

	return { seen, events: { lab: show } };
}
