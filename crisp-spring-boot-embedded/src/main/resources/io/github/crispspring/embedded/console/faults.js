import { call } from "./api.js";
import { byId, button, count, element, setText } from "./dom.js";

const CUT_MILLIS = 10_000;

const GROUPS = [
	["Webhook", [
		{ label: "Forge signature", type: "forge-signature", counted: true,
			explain: "signed with another secret. The application rejects it with 401, and Crisp retries.",
			subject: "webhook request" },
		{ label: "Stale signature", type: "stale-signature", counted: true,
			explain: "signed one day ago. The application rejects it with 401, and Crisp retries.",
			subject: "webhook request" },
	]],
	["RTM", [
		{ label: "Stay cut for 10 s", type: "cut-rtm", millis: CUT_MILLIS,
			explain: "RTM is cut for 10 seconds: events sent by RTM in that time are missed. Write as the visitor now." },
	]],
	["Both transports", [
		{ label: "Duplicate", type: "duplicate", counted: true, subject: "event",
			explain: "sent twice. The application handles it only once." },
	]],
	["REST responses", [
		{ label: "Slow (8 s)", type: "slow", millis: 8_000, counted: true, subject: "REST response",
			explain: "delayed by 8 seconds. A webhook that waits for it is acknowledged with 202 after 5 seconds." },
		{ label: "429", type: "rate-limit", millis: 2_000, counted: true, subject: "REST call",
			explain: "rejected with 429 and 'Retry-After: 2'. The application retries." },
		{ label: "503", type: "server-error", status: 503, counted: true, subject: "REST call",
			explain: "rejected with 503." },
		{ label: "Cut connection", type: "cut-connection", counted: true, subject: "REST call",
			explain: "cut without a response." },
		{ label: "Reject credentials", type: "reject-credentials", toggle: "credentialsRejected",
			explain: "REST calls and RTM connections are rejected with 'invalid_session' until this is switched off. RTM then needs a restart of the application." },
		{ label: "Exceed quota", type: "exceed-quota", toggle: "quotaExceeded",
			explain: "All REST calls are rejected with 'quota_limit_exceeded' until this is switched off." },
	]],
];

// The faults. `cut` is called with the time until which RTM stays cut.
export function faults(cut) {
	const toggles = new Map();
	let cutUntil = 0;
	let pending;
	let timer;

	function explain(text, alert = false) {
		setText(byId("fault-explanation"), text);
		byId("fault-explanation").classList.toggle("alert", alert);
	}

	async function use(fault, pressed) {
		const { label, explain: explanation, subject, toggle, counted, ...rest } = fault;
		const times = counted ? Number(byId("fault-times").value) : undefined;
		try {
			await call("POST", "faults", { ...rest, times, on: toggle ? !pressed : undefined });
		}
		catch (error) {
			explain(error.message, true);
			return;
		}
		if (fault.type === "cut-rtm") {
			cutUntil = Date.now() + CUT_MILLIS;
			tick();
		}
		if (pressed) {
			explain(`${label}: switched off.`);
		}
		else {
			explain(counted ? `${times === 1 ? `The next ${subject} is` : `Each of the next ${count(times, subject)} is`}`
				+ ` ${explanation}` : explanation);
		}
	}

	function tick() {
		clearTimeout(timer);
		cut(cutUntil);
		show();
		if (cutUntil > Date.now()) {
			timer = setTimeout(tick, 500);
		}
	}

	function state({ faults: present }) {
		pending = present;
		if (!present.rtmCut) {
			cutUntil = 0;
		}
		else if (cutUntil === 0) {
			// Cut from elsewhere, for an unknown time
			cutUntil = Date.now() + CUT_MILLIS;
		}
		tick();
	}

	function show() {
		if (!pending) {
			return;
		}
		for (const [name, toggle] of toggles) {
			toggle.setAttribute("aria-pressed", String(pending[name]));
		}
		const isCut = cutUntil > Date.now();
		const parts = [
			pending.requests > 0 && count(pending.requests, "webhook request"),
			pending.duplicates > 0 && count(pending.duplicates, "duplicate"),
			pending.calls > 0 && count(pending.calls, "REST call"),
			isCut && "RTM cut",
			pending.credentialsRejected && "credentials rejected",
			pending.quotaExceeded && "quota exceeded",
		].filter(Boolean);
		setText(byId("fault-pending"), parts.length > 0 ? `Active: ${parts.join(", ")}` : "None active");
		byId("fault-pending").classList.toggle("on", parts.length > 0);
		byId("fault-remove").disabled = parts.length === 0;
	}

	for (const [title, members] of GROUPS) {
		const group = element("div", "fault-group", "", element("span", "fault-group-title", title));
		group.setAttribute("role", "group");
		group.setAttribute("aria-label", title);
		for (const fault of members) {
			const each = button(fault.label, () => use(fault, each.getAttribute("aria-pressed") === "true"), "quiet small");
			if (fault.toggle) {
				each.setAttribute("aria-pressed", "false");
				toggles.set(fault.toggle, each);
			}
			group.append(each);
		}
		byId("fault-groups").append(group);
	}

	byId("fault-remove").addEventListener("click", async () => {
		try {
			await call("DELETE", "faults");
			explain("All faults are removed.");
		}
		catch (error) {
			explain(error.message, true);
		}
	});

	// Whether a fault waits for an event. It is meant for one that is sent by hand, not for typing.
	const awaitsEvent = () => Boolean(pending && pending.requests + pending.duplicates > 0);

	return { awaitsEvent, events: { state } };
}
