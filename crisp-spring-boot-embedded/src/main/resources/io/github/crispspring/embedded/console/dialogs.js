import { call } from "./api.js";
import { byId, setText } from "./dom.js";

// A dialog with one form. When its action has succeeded, it closes, and the visitor can write.
function dialog(name, action) {
	const element = byId(`${name}-dialog`);
	let running = false;
	byId(`${name}-form`).addEventListener("submit", async (event) => {
		event.preventDefault();
		if (running) {
			return;
		}
		running = true;
		try {
			await action();
			element.close();
			byId("visitor-text").focus();
		}
		catch (error) {
			setText(byId(`${name}-alert`), error.message);
		}
		finally {
			running = false;
		}
	});
	return () => {
		setText(byId(`${name}-alert`), "");
		element.showModal();
	};
}

export function dialogs(visitor) {
	const openName = dialog("name", () => visitor.create(byId("name-text").value.trim()));
	byId("visitor-new").addEventListener("click", () => {
		byId("name-text").value = visitor.nextName();
		openName();
		byId("name-text").select();
	});
	byId("reset").addEventListener("click", dialog("reset", () => call("POST", "reset")));
	for (const close of document.querySelectorAll("[data-close]")) {
		close.addEventListener("click", () => close.closest("dialog").close());
	}
}
