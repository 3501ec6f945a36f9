// The chat box: shows the conversation, and sends what the visitor writes and chooses.
const POLL_INTERVAL = 500;

const byId = (id) => document.getElementById(id);
const state = byId("state");
const messages = byId("messages");
const text = byId("text");

// A visitor who pauses for this time is no longer typing.
const TYPING_PAUSE = 3000;

let drawn = [];
let typing = false;
let paused;
let sent = Promise.resolve();

// Requests are sent one after the other, so that messages keep their order.
function send(method, path, body) {
	sent = sent.then(async () => {
		const response = await fetch(path, {
			method,
			headers: { "Content-Type": "application/json" },
			body: JSON.stringify(body),
		});
		if (!response.ok) {
			throw new Error(`${method} ${path}: ${response.status}`);
		}
		state.textContent = "";
	}).catch(() => {
		state.textContent = "That could not be sent. Please try again.";
		text.value ||= body.text ?? "";
	});
}

// Content is inserted as text, never as markup, as it is user input.
function element(tag, className, content = "") {
	const created = document.createElement(tag);
	created.className = className;
	created.textContent = content;
	return created;
}

function draw(message, active) {
	const mine = message.from === "user";
	const item = element("li", mine ? "message mine" : "message");
	item.append(element("span", "author", mine ? "You" : message.nickname || "Fern & Pot"));
	item.append(element("p", "bubble", message.text || `(${message.type})`));
	if (mine && message.read) {
		item.append(element("span", "mark", "Read"));
	}
	for (const choice of message.choices) {
		const button = element("button", "choice", choice.label);
		button.type = "button";
		button.value = choice.value;
		button.disabled = !active;
		button.setAttribute("aria-pressed", String(choice.selected));
		button.addEventListener("click", () => send("PUT", "chat/choice", { value: choice.value }));
		item.append(button);
	}
	return item;
}

// Only what has changed is drawn, so that the focus stays and assistive technology reads a message once.
function show(chat) {
	byId("console").href = chat.console;
	byId("console").hidden = false;
	const lastPicker = chat.messages.findLastIndex((message) => message.type === "picker");
	chat.messages.forEach((message, index) => {
		const active = index === lastPicker;
		const key = JSON.stringify([message, active]);
		if (drawn[index] === key) {
			return;
		}
		drawn[index] = key;
		const item = draw(message, active);
		const present = messages.children[index];
		if (!present) {
			messages.append(item);
			messages.scrollTop = messages.scrollHeight;
			return;
		}
		const focused = present.contains(document.activeElement) ? document.activeElement.value : null;
		present.replaceWith(item);
		[...item.querySelectorAll("button")].find((button) => button.value === focused)?.focus();
	});
	byId("typing").textContent = chat.typing ? "Fern & Pot is typing …" : "";
	if (!document.hidden && chat.messages.some((message) => message.from !== "user" && !message.read)) {
		send("PUT", "chat/read", {});
	}
	drawn.length = chat.messages.length;
	while (messages.children.length > drawn.length) {
		messages.lastChild.remove();
	}
}

async function poll() {
	try {
		const response = await fetch("chat");
		if (response.status === 404) {
			state.textContent = "The bot is connected to the real Crisp: write in the chat box of your own website.";
			byId("form").hidden = true;
			return;
		}
		show(await response.json());
	}
	catch {
		// The application may be restarting.
	}
	setTimeout(poll, POLL_INTERVAL);
}

function type(now) {
	clearTimeout(paused);
	if (now) {
		paused = setTimeout(() => type(false), TYPING_PAUSE);
	}
	if (now !== typing) {
		typing = now;
		send("PUT", "chat/typing", { typing });
	}
}

text.addEventListener("input", () => type(text.value !== ""));

byId("form").addEventListener("submit", (event) => {
	event.preventDefault();
	type(false);
	const written = text.value.trim();
	text.value = "";
	if (written !== "") {
		send("POST", "chat", { text: written });
	}
});

poll();
