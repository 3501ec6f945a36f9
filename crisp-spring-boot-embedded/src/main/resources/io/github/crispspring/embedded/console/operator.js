import { call, conversation } from "./api.js";
import { byId, element, setText } from "./dom.js";
import { mediaType } from "./files.js";
import { Messages } from "./messages.js";
import { writing } from "./writing.js";

const PLACEHOLDERS = {
	text: "Reply to the visitor",
	note: "Only operators see a note",
	picker: "Question to the visitor",
	file: "URL of a file",
};

// The operators' view. `named` is called with the name of each conversation, `mayType` before
// typing is reported.
export function operator(named, mayType) {
	const conversations = new Map();
	const items = new Map();
	let operators = [];
	let selected;

	const messages = new Messages(byId("operator-messages"), { mine: (message) => message.from === "operator" });
	const me = () => byId("operator-select").value;
	const alert = (text) => setText(byId("operator-alert"), text);
	const act = async (part, body) => {
		try {
			await call("PUT", conversation(selected, part), body);
			alert("");
		}
		catch (error) {
			alert(error.message);
			drawThread();
		}
	};

	function state({ operators: present }) {
		if (JSON.stringify(present) === JSON.stringify(operators)) {
			return;
		}
		operators = present;
		const options = () => operators.map((each) => new Option(each.nickname, each.userId));
		byId("operator-select").replaceChildren(...options());
		byId("operator-assigned").replaceChildren(new Option("Nobody", ""), ...options());
		draw();
	}

	function select(sessionId) {
		if (selected !== sessionId) {
			selected = sessionId;
			messages.clear();
			alert("");
		}
		draw();
	}

	function changed(change) {
		conversations.set(change.sessionId, change);
		named(change.sessionId, change.nickname);
		selected ??= change.sessionId;
		draw();
		readIfFocused();
	}

	function removed({ sessionId }) {
		conversations.delete(sessionId);
		if (selected === sessionId) {
			selected = undefined;
			messages.clear();
		}
		draw();
	}

	function clear() {
		conversations.clear();
		selected = undefined;
		messages.clear();
		draw();
	}

	// The selected conversation is read while the operator's part has the focus.
	function readIfFocused() {
		if (conversations.get(selected)?.unread > 0 && byId("operator").contains(document.activeElement)) {
			act("/operator/read");
		}
	}

	function draw() {
		const newestFirst = [...conversations.values()].sort((one, other) => other.updatedAt - one.updatedAt);
		const list = byId("operator-list");
		for (const [position, each] of newestFirst.entries()) {
			const item = items.get(each.sessionId) ?? drawItem(each.sessionId);
			fill(item.firstChild, each);
			// An element that is moved loses the focus
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
		const open = element("button", "conversation", "", element("span", "name"), element("span", "unread"),
			element("span", "excerpt"), element("span", "tag"));
		open.type = "button";
		open.addEventListener("click", () => {
			select(sessionId);
			readIfFocused();
		});
		const item = element("li", "", "", open);
		items.set(sessionId, item);
		return item;
	}

	function fill(item, each) {
		const [name, unread, excerpt, tag] = item.children;
		setText(name, each.nickname || "(no name)");
		setText(unread, each.unread > 0 ? `${each.unread} new` : "");
		setText(excerpt, each.visitorTyping ? "typing …" : each.messages.at(-1)?.text || "(no message)");
		setText(tag, each.assigned ? nickname(each.assigned) : each.state);
		tag.className = `tag ${each.state}`;
		if (each.sessionId === selected) {
			item.setAttribute("aria-current", "true");
		}
		else {
			item.removeAttribute("aria-current");
		}
	}

	function drawThread() {
		const shown = conversations.get(selected);
		byId("operator-thread").hidden = !shown;
		byId("operator-none").hidden = Boolean(shown);
		if (!shown) {
			setText(byId("operator-none"), conversations.size > 0 ? "Select a conversation."
				: "There is no conversation yet.");
			return;
		}
		setText(byId("operator-name"), shown.nickname || "(no name)");
		byId("operator-name").title = shown.email || "";
		byId("operator-state").value = shown.state;
		byId("operator-assigned").value = shown.assigned ?? "";
		messages.show(shown.messages);
		byId("operator-typing").classList.toggle("on", shown.visitorTyping);
		setText(byId("operator-typing"), shown.visitorTyping ? `${shown.nickname} is typing` : "");
	}

	function nickname(userId) {
		return operators.find((each) => each.userId === userId)?.nickname ?? "another operator";
	}

	function content(type, text) {
		switch (type) {
			case "picker":
				return { id: `picker-${Date.now()}`, text, choices: choices() };
			case "file":
				if (!/^https?:\/\/./.test(text)) {
					throw new Error("The URL of a file must start with http:// or https://.");
				}
				return { url: text, ...mediaType(text) };
			default:
				return text;
		}
	}

	function choices() {
		const labels = byId("operator-choices").value.split(",").map((label) => label.trim()).filter(Boolean);
		if (labels.length === 0) {
			throw new Error("A picker needs at least one choice.");
		}
		return labels.map((label) => ({ value: label.toLowerCase(), label, selected: false }));
	}

	function showType() {
		const type = byId("operator-type").value;
		byId("operator-form").classList.toggle("noting", type === "note");
		byId("operator-text").placeholder = PLACEHOLDERS[type];
		byId("operator-choices-label").hidden = type !== "picker";
	}

	byId("operator-state").addEventListener("change", (event) => act("/state", { state: event.target.value }));
	byId("operator-assigned").addEventListener("change",
		(event) => act("/assigned", { operator: event.target.value || null }));
	byId("operator").addEventListener("focusin", readIfFocused);
	byId("operator-type").addEventListener("change", showType);
	showType();

	writing(byId("operator-form"), byId("operator-text"), {
		send: async (text) => {
			const type = byId("operator-type").value;
			await call("POST", conversation(selected, "/operator/messages"),
				{ operator: me(), type, content: content(type, text) });
			alert("");
		},
		// The visitor does not see that a note is being written
		type: (typing) => {
			if (selected && mayType() && (!typing || byId("operator-type").value !== "note")) {
				call("PUT", conversation(selected, "/operator/typing"), { operator: me(), typing }).catch(() => {});
			}
		},
		failed: (error) => alert(error.message),
	});

	return { select, clear, events: { state, conversation: changed, "conversation-removed": removed } };
}
