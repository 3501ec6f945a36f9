import { byId, call } from "./dom.js";
import { desk } from "./desk.js";
import { lab } from "./lab.js";
import { shop } from "./shop.js";
import { timeline } from "./timeline.js";

const STORED = "crisp-sample-session";

const nicknames = new Map();
let session;
let stream;
let lost = false;
let labState;

const theShop = shop(async () => {
	await started;
	return `/visitor/conversations/${encodeURIComponent(session)}`;
});
const theDesk = desk((sessionId, nickname) => {
	nicknames.set(sessionId, nickname);
	theTimeline.named(sessionId, nickname);
});
const theLab = lab((state) => {
	labState = state;
	showStatus();
});
const theTimeline = timeline(nicknames, theLab.seen);

const started = start();

async function start() {
	let info;
	try {
		info = await call("GET", "/page/info");
	}
	catch {
		byId("status").textContent = "The sample does not respond. Is it running?";
		return;
	}
	byId("page").hidden = !info.embedded;
	byId("real").hidden = info.embedded;
	document.querySelector(".parts").hidden = !info.embedded;
	if (!info.embedded) {
		byId("status").textContent = "Connected to Crisp";
		return;
	}
	await theDesk.start();
	session = sessionStorage.getItem(STORED);
	await (session ? listen() : open());
}

async function open() {
	stream?.close();
	theShop.clear();
	try {
		session = (await call("POST", "/visitor/conversations")).sessionId;
		sessionStorage.setItem(STORED, session);
		listen();
	}
	catch {
		theShop.say("The conversation could not be opened. Please try again.", true);
	}
}

function listen() {
	// The stream starts with all messages, also after a reconnect.
	const opened = new EventSource(`/page/stream?session=${encodeURIComponent(session)}`);
	stream = opened;
	opened.addEventListener("open", () => {
		lost = false;
		showStatus();
		theDesk.select(session);
	});
	opened.addEventListener("error", () => {
		if (opened !== stream) {
			return;
		}
		lost = true;
		showStatus();
		if (opened.readyState === EventSource.CLOSED) {
			// Rejected: the sample was restarted without its state.
			theDesk.clear();
			theTimeline.clear();
			open();
		}
	});
	for (const part of [theShop, theDesk, theLab, theTimeline]) {
		for (const [name, show] of Object.entries(part.events)) {
			opened.addEventListener(name, (event) => show(JSON.parse(event.data)));
		}
	}
}

function showStatus() {
	if (lost) {
		byId("status").textContent = "Connection lost. Reconnecting …";
	}
	else if (labState) {
		const connected = labState.connected ? "RTM connected" : "RTM not connected";
		byId("status").textContent = `Embedded Crisp, events by ${labState.transport === "RTM" ? "RTM" : "webhook"}, ${connected}`;
	}
	byId("status").classList.toggle("alert", lost);
}

byId("restart").addEventListener("click", async () => {
	await open();
	byId("shop-text").focus();
});
