const byId = (id) => document.getElementById(id);
const list = byId("messages");
const scroll = byId("scroll");
const form = byId("form");
const text = byId("text");
const state = byId("state");
const typing = byId("typing");

const STORED = "crisp-sample-session";
const TYPING_LASTS = 30_000;
const TRANSPORTS = { webhook: "web hooks", rtm: "RTM" };

let session;
let stream;
let typingTimer;
let atEnd = true;

const started = start();

async function start() {
	let info;
	try {
		info = await call("GET", "/visitor/info");
	}
	catch {
		byId("transport").textContent = "The sample does not answer. Is it running?";
		return;
	}
	const transport = TRANSPORTS[info.transport] ?? info.transport;
	const embedded = info.crisp === "embedded";
	byId("transport").textContent = `${embedded ? "Embedded" : "Real"} Crisp, events by ${transport}`;
	byId(embedded ? "embedded" : "real").hidden = false;
	if (embedded) {
		byId("restart").hidden = false;
		session = sessionStorage.getItem(STORED);
		await (session ? listen() : open());
	}
}

async function open() {
	stream?.close();
	list.replaceChildren();
	byId("empty").hidden = false;
	showTyping(false);
	say("");
	try {
		session = (await call("POST", "/visitor/conversations")).sessionId;
		sessionStorage.setItem(STORED, session);
		listen();
	}
	catch {
		session = undefined;
		say("The conversation could not be opened. Please try again.", true);
	}
}

function listen() {
	stream?.close();
	// The stream begins with all that was said, also after the connection was lost.
	const opened = new EventSource(`/visitor/conversations/${encodeURIComponent(session)}/stream`);
	stream = opened;
	opened.addEventListener("open", () => say(""));
	opened.addEventListener("message", (event) => show(JSON.parse(event.data)));
	opened.addEventListener("typing", (event) => showTyping(JSON.parse(event.data).typing));
	opened.addEventListener("state", (event) => showState(JSON.parse(event.data).state));
	opened.addEventListener("error", () => {
		if (opened !== stream) {
			return;
		}
		if (opened.readyState === EventSource.CLOSED) {
			// Refused: the sample was restarted, and its memory is empty.
			open();
		}
		else {
			say("Connection lost. Trying again …", true);
		}
	});
}

function show(message) {
	const item = draw(message);
	const present = [...list.children];
	const same = present.find((other) => other.dataset.fingerprint === message.fingerprint);
	if (same) {
		const focused = same.contains(document.activeElement) && document.activeElement.value;
		same.replaceWith(item);
		if (focused) {
			item.querySelector(`button[value="${CSS.escape(focused)}"]`)?.focus();
		}
	}
	else {
		list.insertBefore(item, present.find((other) => other.dataset.time > item.dataset.time) ?? null);
	}
	byId("empty").hidden = true;
	if (!message.fromVisitor) {
		showTyping(false);
	}
	toEnd(message.fromVisitor && !same);
}

// Follows the conversation, unless the visitor has scrolled back to read.
function toEnd(always = false) {
	if (always || atEnd) {
		scroll.scrollTop = scroll.scrollHeight;
	}
}

function draw(message) {
	const item = element("li", message.fromVisitor ? "message mine" : "message");
	item.dataset.fingerprint = message.fingerprint;
	item.dataset.time = new Date(message.timestamp).toISOString();
	const time = new Date(message.timestamp).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
	const name = message.fromVisitor ? "You" : message.nickname || "Operator";
	item.append(element("div", "who", `${name}, ${time}`));
	item.append(element("div", "bubble", message.text || `(${message.type})`));
	if (message.choices.length > 0) {
		item.append(drawChoices(message));
	}
	return item;
}

function drawChoices(message) {
	const choices = element("div", "choices");
	for (const choice of message.choices) {
		const button = element("button", "choice", choice.label);
		button.type = "button";
		button.value = choice.value;
		button.setAttribute("aria-pressed", String(choice.selected));
		button.addEventListener("click", () => choose(message, choice));
		choices.append(button);
	}
	return choices;
}

async function choose(message, choice) {
	try {
		await call("PUT", `${conversation()}/messages/${message.fingerprint}/choice`, { value: choice.value });
	}
	catch {
		say("That could not be sent. Please try again.", true);
	}
}

function showTyping(on) {
	clearTimeout(typingTimer);
	typing.classList.toggle("on", on);
	typing.textContent = on ? "Typing" : "";
	if (on) {
		typingTimer = setTimeout(() => showTyping(false), TYPING_LASTS);
		toEnd();
	}
}

function showState(value) {
	say(value === "resolved" ? "This conversation is resolved. Write to open it again." : "");
}

function say(words, alert = false) {
	state.textContent = words;
	state.classList.toggle("alert", alert);
}

function conversation() {
	return `/visitor/conversations/${encodeURIComponent(session)}`;
}

async function call(method, path, body) {
	const request = { method };
	if (body !== undefined) {
		request.headers = { "Content-Type": "application/json" };
		request.body = JSON.stringify(body);
	}
	const response = await fetch(path, request);
	if (!response.ok) {
		throw new Error(`${method} ${path}: ${response.status}`);
	}
	const answer = await response.text();
	return answer === "" ? undefined : JSON.parse(answer);
}

// What a page says goes in as text, never as markup: it is whatever somebody typed.
function element(tag, classes, words = "") {
	const created = document.createElement(tag);
	created.className = classes;
	created.textContent = words;
	return created;
}

function fit() {
	text.style.height = "auto";
	text.style.height = `${text.scrollHeight + 2}px`;
}

form.addEventListener("submit", async (event) => {
	event.preventDefault();
	// Who writes before the conversation is open is heard as soon as it is.
	await started;
	const written = text.value.trim();
	if (written === "" || !session) {
		return;
	}
	text.value = "";
	fit();
	try {
		await call("POST", `${conversation()}/messages`, { text: written });
	}
	catch {
		// Give the words back, unless others were typed since.
		text.value = text.value === "" ? written : text.value;
		fit();
		say("Your message could not be sent. Please try again.", true);
	}
});

text.addEventListener("keydown", (event) => {
	if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
		event.preventDefault();
		form.requestSubmit();
	}
});

text.addEventListener("input", fit);

scroll.addEventListener("scroll", () => {
	atEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 80;
});

new ResizeObserver(() => toEnd()).observe(scroll);

byId("restart").addEventListener("click", async () => {
	await open();
	text.focus();
});
