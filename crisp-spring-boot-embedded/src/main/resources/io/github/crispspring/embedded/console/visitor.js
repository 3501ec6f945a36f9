import { call, conversation } from "./api.js";
import { byId, setText } from "./dom.js";
import { mediaType } from "./files.js";
import { Messages } from "./messages.js";
import { writing } from "./writing.js";

const STORED = "embedded-crisp-visitor";

const NAMES = ["Ada", "Ben", "Chloe", "Dev", "Elif", "Finn", "Grace", "Hugo"];

// The chat of one of the visitors. `selectedByUser` is called when the user selects another one,
// `mayType` before typing is reported.
export function visitor(selectedByUser, mayType) {
	const conversations = new Map();
	let selected;
	let preferred = sessionStorage.getItem(STORED);
	let opening;
	let replaying;
	let readTimer;

	const messages = new Messages(byId("visitor-messages"), { mine: (message) => message.from === "user", choose });
	const act = async (method, part, body) => {
		try {
			return await call(method, conversation(selected, part), body);
		}
		catch (error) {
			hint(error.message, true);
			return undefined;
		}
	};

	function choose(message, value) {
		act("PUT", "/visitor/choice", { fingerprint: message.fingerprint, value });
	}

	function hint(text, alert = false) {
		setText(byId("visitor-hint"), text);
		byId("visitor-hint").classList.toggle("alert", alert);
	}

	function nextName() {
		const used = new Set([...conversations.values()].map((each) => each.nickname));
		return NAMES.find((name) => !used.has(name)) ?? `Visitor ${conversations.size + 1}`;
	}

	async function create(nickname) {
		const { sessionId } = await call("POST", "visitors", { nickname });
		select(sessionId, true);
	}

	// Creates a visitor unless there is one, and only one for texts that are sent at the same time.
	async function open() {
		if (!selected) {
			opening ??= create(nextName()).finally(() => opening = undefined);
			await opening;
		}
	}

	function select(sessionId, byUser = false) {
		if (sessionId !== selected) {
			selected = sessionId;
			messages.clear();
			hint("");
		}
		if (byUser) {
			preferred = sessionId;
			sessionStorage.setItem(STORED, sessionId);
			selectedByUser(sessionId);
		}
		draw();
	}

	function changed(change) {
		const isNew = !conversations.has(change.sessionId);
		conversations.set(change.sessionId, change);
		if (isNew && replaying === change.nickname) {
			replaying = undefined;
			select(change.sessionId, true);
		}
		else if (change.sessionId === preferred || selected === undefined) {
			select(change.sessionId);
		}
		else {
			draw();
		}
	}

	function removed({ sessionId }) {
		conversations.delete(sessionId);
		if (selected === sessionId) {
			selected = [...conversations.keys()].at(-1);
			messages.clear();
		}
		draw();
	}

	function draw() {
		drawSelect();
		const shown = conversations.get(selected);
		byId("restart").disabled = !shown;
		byId("save").disabled = !shown;
		const visible = shown?.messages.filter((message) => !["note", "event"].includes(message.type)) ?? [];
		byId("visitor-empty").hidden = visible.length > 0;
		messages.show(visible);
		const typing = Boolean(shown?.operatorTyping);
		byId("visitor-typing").classList.toggle("on", typing);
		setText(byId("visitor-typing"), typing ? "The other side is typing" : "");
		if (shown?.state === "resolved") {
			hint("This conversation is resolved. Write a message to open it again.");
		}
		else if (byId("visitor-hint").textContent.startsWith("This conversation is resolved")) {
			hint("");
		}
		if (visible.some((message) => message.from === "operator" && !message.read)) {
			read();
		}
	}

	function drawSelect() {
		const select = byId("visitor-select");
		select.disabled = conversations.size === 0;
		const wanted = [...conversations.values()].map(({ sessionId, nickname, email }) =>
			({ sessionId, label: email ? `${nickname} (${email})` : nickname }));
		if (wanted.length === 0) {
			wanted.push({ sessionId: "", label: "No visitor yet" });
		}
		const json = JSON.stringify(wanted);
		if (select.dataset.shown !== json) {
			select.dataset.shown = json;
			select.replaceChildren(...wanted.map(({ sessionId, label }) => new Option(label, sessionId)));
		}
		select.value = selected ?? "";
	}

	function read() {
		clearTimeout(readTimer);
		const sessionId = selected;
		readTimer = setTimeout(() => {
			if (document.visibilityState === "visible" && sessionId === selected) {
				call("PUT", conversation(sessionId, "/visitor/read")).catch(() => {});
			}
		}, 300);
	}

	function clear() {
		conversations.clear();
		selected = undefined;
		messages.clear();
		hint("");
		draw();
	}

	async function replay(file) {
		let transcript;
		try {
			transcript = JSON.parse(await file.text());
		}
		catch {
			hint(`'${file.name}' is not a transcript: it is not JSON.`, true);
			return;
		}
		hint("Replaying: the visitor waits for each reply, up to 10 seconds.");
		replaying = transcript?.nickname;
		try {
			const { sessionId } = await call("POST", "replay", transcript);
			select(sessionId, true);
			hint("The replay is complete.");
		}
		catch (error) {
			hint(`The replay stopped. ${error.message.split(". Deliveries so far")[0]}`, true);
		}
		finally {
			replaying = undefined;
		}
	}

	function download(transcript) {
		const link = document.createElement("a");
		const url = URL.createObjectURL(new Blob([JSON.stringify(transcript, undefined, 2)], { type: "application/json" }));
		link.href = url;
		link.download = `transcript-${transcript.nickname.toLowerCase().replace(/[^a-z0-9]+/g, "-")}.json`;
		link.click();
		setTimeout(() => URL.revokeObjectURL(url), 10_000);
	}

	byId("visitor-select").addEventListener("change", (event) => select(event.target.value, true));
	byId("restart").addEventListener("click", async () => {
		const restarted = await act("POST", "/restart");
		if (restarted) {
			select(restarted.sessionId, true);
			byId("visitor-text").focus();
		}
	});
	byId("save").addEventListener("click", async () => {
		const transcript = await act("GET", "/transcript");
		if (transcript) {
			download(transcript);
		}
	});
	byId("replay").addEventListener("click", () => byId("replay-file").click());
	byId("replay-file").addEventListener("change", async (event) => {
		const [file] = event.target.files;
		// The same file can be selected again
		event.target.value = "";
		if (file) {
			await replay(file);
		}
	});
	document.addEventListener("visibilitychange", draw);

	writing(byId("visitor-form"), byId("visitor-text"), {
		send: async (text) => {
			await open();
			await call("POST", conversation(selected, "/visitor/messages"), { text });
			hint("");
		},
		type: (typing) => {
			if (selected && mayType()) {
				call("PUT", conversation(selected, "/visitor/typing"), { typing }).catch(() => {});
			}
		},
		failed: (error) => hint(error.message, true),
	});

	extra("visitor-file", "visitor-url", (url) => act("POST", "/visitor/messages",
		{ file: { ...mediaType(url), url } }));
	extra("visitor-email", "visitor-address", (email) => act("PUT", "/visitor/email", { email }));

	function extra(form, input, send) {
		byId(form).addEventListener("submit", async (event) => {
			event.preventDefault();
			try {
				await open();
				if (await send(byId(input).value.trim())) {
					byId(form).reset();
				}
			}
			catch (error) {
				hint(error.message, true);
			}
		});
	}

	return { create, nextName, clear, events: { conversation: changed, "conversation-removed": removed } };
}
