import { byId, call, element } from "./dom.js";
import { Messages } from "./messages.js";
import { writing } from "./writing.js";

// The operators' desk. `named` is called with the name of each conversation.
export function desk(named) {
	const conversations = new Map();
	const items = new Map();
	let operators = [];
	let selected;

	const messages = new Messages(byId("desk-messages"), { mine: (message) => !message.fromVisitor });
	const path = () => `/desk/conversations/${encodeURIComponent(selected)}`;
	const act = async (method, part, body) => {
		try {
			await call(method, `${path()}/${part}`, body);
			byId("desk-alert").textContent = "";
		}
		catch {
			byId("desk-alert").textContent = "That could not be done. Please try again.";
		}
	};

	async function start() {
		operators = await call("GET", "/desk/operators");
		byId("desk-me").textContent = `${operators[0].firstName} ${operators[0].lastName}`;
		for (const operator of operators) {
			byId("desk-assigned").add(new Option(`${operator.firstName} ${operator.lastName}`, operator.userId));
		}
	}

	async function select(sessionId) {
		selected = sessionId;
		messages.clear();
		draw();
		const said = await call("GET", `${path()}/messages`).catch(() => []);
		if (selected === sessionId) {
			said.forEach((message) => messages.show(message));
		}
	}

	function changed(conversation) {
		conversations.set(conversation.sessionId, conversation);
		named(conversation.sessionId, conversation.nickname);
		draw();
		readIfLookedAt();
	}

	function removed({ sessionId }) {
		conversations.delete(sessionId);
		if (selected === sessionId) {
			selected = undefined;
		}
		draw();
	}

	function clear() {
		conversations.clear();
		selected = undefined;
		draw();
	}

	// Messages are read while an element of the desk has the focus.
	function readIfLookedAt() {
		if (conversations.get(selected)?.unread > 0 && byId("desk").contains(document.activeElement)) {
			act("PUT", "read");
		}
	}

	function draw() {
		const newestFirst = [...conversations.values()]
			.sort((one, other) => Date.parse(other.updatedAt) - Date.parse(one.updatedAt));
		const list = byId("desk-list");
		for (const [position, conversation] of newestFirst.entries()) {
			const item = items.get(conversation.sessionId) ?? drawItem(conversation.sessionId);
			fill(item.firstChild, conversation);
			// Moving the focused element would remove its focus.
			if (list.children[position] !== item) {
				const focused = item.contains(document.activeElement);
				list.insertBefore(item, list.children[position] ?? null);
				if (focused) {
					item.firstChild.focus();
				}
			}
		}
		for (const [sessionId, item] of items) {
			if (!conversations.has(sessionId)) {
				item.remove();
				items.delete(sessionId);
			}
		}
		drawThread();
	}

	function drawItem(sessionId) {
		const item = element("li", "");
		items.set(sessionId, item);
		const button = element("button", "conversation");
		button.type = "button";
		button.append(element("span", "name"), element("span", "unread"), element("span", "excerpt"),
			element("span", "tag"));
		button.addEventListener("click", () => select(sessionId).then(readIfLookedAt));
		item.append(button);
		return item;
	}

	function fill(button, conversation) {
		const [name, unread, excerpt, tag] = button.children;
		name.textContent = conversation.nickname;
		unread.textContent = conversation.unread > 0 ? `${conversation.unread} new` : "";
		excerpt.textContent = conversation.visitorTyping ? "typing …" : conversation.excerpt || "(no message)";
		tag.textContent = conversation.assigned ? nickname(conversation.assigned) : conversation.state;
		tag.className = `tag ${conversation.state}`;
		if (conversation.sessionId === selected) {
			button.setAttribute("aria-current", "true");
		}
		else {
			button.removeAttribute("aria-current");
		}
	}

	function drawThread() {
		const conversation = conversations.get(selected);
		byId("desk-thread").hidden = !conversation;
		byId("desk-none").hidden = Boolean(conversation);
		if (!conversation) {
			byId("desk-none").textContent = conversations.size > 0 ? "Choose a conversation."
				: "The chat box has not been opened yet.";
			return;
		}
		byId("desk-name").textContent = conversation.nickname;
		byId("desk-state").value = conversation.state;
		byId("desk-assigned").value = conversation.assigned ?? "";
		const typing = byId("desk-typing");
		typing.classList.toggle("on", conversation.visitorTyping);
		typing.textContent = conversation.visitorTyping ? `${conversation.nickname} is typing` : "";
	}

	function nickname(userId) {
		return operators.find((operator) => operator.userId === userId)?.firstName ?? "another operator";
	}

	byId("desk-state").addEventListener("change", (event) => act("PUT", "state", { state: event.target.value }));
	byId("desk-assigned").addEventListener("change", (event) => act("PUT", "assigned", { userId: event.target.value }));
	byId("desk").addEventListener("focusin", readIfLookedAt);
	byId("desk-note").addEventListener("change", (event) => {
		byId("desk-form").classList.toggle("noting", event.target.checked);
		byId("desk-text").placeholder = event.target.checked ? "Only operators see a note" : "Reply to the visitor";
	});

	writing(byId("desk-form"), byId("desk-text"), {
		send: (text) => call("POST", `${path()}/messages`, { text, note: byId("desk-note").checked }),
		// The visitor does not see a note, nor that it is being written.
		type: (typing) => {
			if (!typing || !byId("desk-note").checked) {
				call("PUT", `${path()}/typing`, { typing }).catch(() => {});
			}
		},
		failed: () => byId("desk-alert").textContent = "Your message could not be sent. Please try again.",
	});

	return {
		start,
		select,
		clear,
		events: {
			"desk-conversation": changed,
			"desk-removed": removed,
			"desk-message": ({ sessionId, message }) => {
				if (sessionId === selected) {
					messages.show(message);
				}
			},
		},
	};
}
