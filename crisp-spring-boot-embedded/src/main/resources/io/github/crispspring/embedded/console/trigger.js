import { call } from "./api.js";
import { byId, setText } from "./dom.js";
import { indent, isObject } from "./json.js";

// The dialog that triggers any event, with an example that can be edited.
export function trigger() {
	let names = [];
	let shown;

	const alert = (text) => setText(byId("trigger-alert"), text);

	async function open(name, data) {
		setText(byId("trigger-done"), "");
		alert("");
		byId("trigger-dialog").showModal();
		try {
			if (names.length === 0) {
				names = await call("GET", "events");
				byId("trigger-names").replaceChildren(...names.map((each) => new Option(each)));
			}
			if (name) {
				byId("trigger-name").value = name;
				byId("trigger-data").value = data;
				shown = name;
			}
			else {
				// A name may have been typed before the names were received
				await example();
			}
		}
		catch (error) {
			alert(error.message);
		}
	}

	// Shows the example of the event, unless it is shown already and may have been edited.
	async function example(again) {
		const name = byId("trigger-name").value.trim();
		if (!names.includes(name)) {
			alert(name === "" ? "" : `Crisp has no event '${name}'.`);
			return;
		}
		if (name === shown && !again) {
			return;
		}
		shown = name;
		try {
			const text = await call("GET", `events/${name}`);
			if (byId("trigger-name").value.trim() === name) {
				byId("trigger-data").value = indent(JSON.stringify(text));
				alert("");
			}
		}
		catch (error) {
			alert(error.message);
		}
	}

	byId("trigger-open").addEventListener("click", () => open());
	byId("trigger-example").addEventListener("click", () => example(true));
	byId("trigger-name").addEventListener("input", () => {
		setText(byId("trigger-done"), "");
		if (names.includes(byId("trigger-name").value.trim())) {
			example();
		}
	});
	byId("trigger-name").addEventListener("change", () => example());
	byId("trigger-form").addEventListener("submit", async (event) => {
		event.preventDefault();
		setText(byId("trigger-done"), "");
		const name = byId("trigger-name").value.trim();
		const data = byId("trigger-data").value;
		if (!names.includes(name)) {
			alert(`Crisp has no event '${name}'.`);
			return;
		}
		if (!isObject(data)) {
			alert("The data must be a JSON object.");
			return;
		}
		try {
			// Sent as text, because its numbers may exceed those of JavaScript
			await call("POST", `events/${name}`, data);
			alert("");
			setText(byId("trigger-done"), `Triggered '${name}'. The timeline shows its delivery.`);
		}
		catch (error) {
			alert(error.message);
		}
	});

	return { open };
}
