import { call } from "./api.js";
import { dialogs } from "./dialogs.js";
import { byId, setText } from "./dom.js";
import { faults } from "./faults.js";
import { operator } from "./operator.js";
import { timeline } from "./timeline.js";
import { transport } from "./transport.js";
import { trigger } from "./trigger.js";
import { visitor } from "./visitor.js";

const nicknames = new Map();
let url = "";
let lost = false;

const theTransport = transport((message) => showStatus(message));
const theFaults = faults((until) => theTransport.cut(until));
const mayType = () => !theFaults.awaitsEvent();
const theTrigger = trigger();
const theTimeline = timeline(nicknames, {
	resend: (id) => call("POST", `deliveries/${id}/resend`),
	edit: (event, data) => theTrigger.open(event, data),
});
const theOperator = operator((sessionId, nickname) => {
	if (nicknames.get(sessionId) !== nickname) {
		nicknames.set(sessionId, nickname);
		theTimeline.named(sessionId, nickname);
	}
}, mayType);
const theVisitor = visitor((sessionId) => theOperator.select(sessionId), mayType);
const parts = [theTransport, theFaults, theOperator, theVisitor, theTimeline];

dialogs(theVisitor);
listen();

function listen() {
	// The stream begins with the present state, also after the connection was lost
	const stream = new EventSource("/console/stream");
	stream.addEventListener("open", () => {
		clear();
		lost = false;
		showStatus();
	});
	stream.addEventListener("error", () => {
		lost = true;
		showStatus();
		if (stream.readyState === EventSource.CLOSED) {
			setTimeout(listen, 2_000);
		}
	});
	stream.addEventListener("reset", clear);
	stream.addEventListener("state", (event) => {
		({ url } = JSON.parse(event.data));
		showStatus();
	});
	for (const part of parts) {
		for (const [name, show] of Object.entries(part.events)) {
			stream.addEventListener(name, (event) => show(JSON.parse(event.data)));
		}
	}
}

function clear() {
	nicknames.clear();
	for (const part of [theTransport, theOperator, theVisitor, theTimeline]) {
		part.clear();
	}
}

function showStatus(message) {
	setText(byId("status"), message ?? (lost ? "Connection to the embedded Crisp lost; reconnecting …"
		: `REST API at ${url}/v1`));
	byId("status").classList.toggle("alert", lost || message !== undefined);
}
