import { byId, call } from "./dom.js";
import { Messages } from "./messages.js";
import { writing } from "./writing.js";

const TYPING_LASTS = 30_000;

// The chat box. `opened` returns the path of its conversation.
export function shop(opened) {
	let typingTimer;
	let readTimer;

	const messages = new Messages(byId("shop-messages"), { mine: (message) => message.fromVisitor, choose });

	async function choose(message, choice) {
		try {
			await call("PUT", `${await opened()}/messages/${message.fingerprint}/choice`, { value: choice.value });
		}
		catch {
			say("That could not be sent. Please try again.", true);
		}
	}

	function show(message) {
		const isNew = messages.show(message);
		byId("shop-empty").hidden = true;
		if (!message.fromVisitor) {
			// A message that was read or edited does not change the typing indicator.
			if (isNew) {
				showTyping(false);
			}
			if (!message.read) {
				read();
			}
		}
	}

	function read() {
		clearTimeout(readTimer);
		readTimer = setTimeout(async () => {
			if (document.visibilityState === "visible") {
				call("PUT", `${await opened()}/read`).catch(() => {});
			}
		}, 300);
	}

	function showTyping(on) {
		clearTimeout(typingTimer);
		byId("shop-typing").classList.toggle("on", on);
		byId("shop-typing").textContent = on ? "Fern & Pot is typing" : "";
		if (on) {
			typingTimer = setTimeout(() => showTyping(false), TYPING_LASTS);
		}
	}

	function say(words, alert = false) {
		byId("shop-state").textContent = words;
		byId("shop-state").classList.toggle("alert", alert);
	}

	function clear() {
		messages.clear();
		byId("shop-empty").hidden = false;
		showTyping(false);
		say("");
	}

	writing(byId("shop-form"), byId("shop-text"), {
		// Messages written before the conversation is open are sent afterwards.
		send: async (text) => call("POST", `${await opened()}/messages`, { text }),
		type: async (typing) => call("PUT", `${await opened()}/typing`, { typing }).catch(() => {}),
		failed: () => say("Your message could not be sent. Please try again.", true),
	});

	document.addEventListener("visibilitychange", read);

	return {
		clear,
		say,
		events: {
			"visitor-message": show,
			"visitor-typing": ({ typing }) => showTyping(typing),
			"visitor-state": ({ state }) =>
				say(state === "resolved" ? "This conversation is resolved. Write to open it again." : ""),
		},
	};
}
