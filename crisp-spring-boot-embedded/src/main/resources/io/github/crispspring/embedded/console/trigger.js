import { call } from "./api.js";
import { byId, setText } from "./dom.js";
import { indent, isObject } from "./json.js";

// The dialog that triggers any event, with an example that can be edited.
export function trigger() {
	let names = [];

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
			byId("trigger-name").value = name ?? byId("trigger-name").value;
			if (data) {
				byId("trigger-data").value = data;
			}
			else if (names.includes(byId("trigger-name").value)) {
				await example();
			}
		}
		catch (error) {
			alert(error.message);
		}
	}

	async function example() {
		const name = byId("trigger-name").value.trim();
		if (!names.includes(name)) {
			alert(name === "" ? "" : `Crisp has no event '${name}'.`);
			return;
		}
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
	byId("trigger-example").addEventListener("click", example);
	byId("trigger-name").addEventListener("input", () => {
		setText(byId("trigger-done"), "");
		if (names.includes(byId("trigger-name").value.trim())) {
			example();
		}
	});
	byId("trigger-name").addEventListener("change", example);
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
