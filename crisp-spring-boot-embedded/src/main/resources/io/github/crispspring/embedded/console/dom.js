export const byId = (id) => document.getElementById(id);

// Texts are inserted as text, never as markup: users typed them.
export function element(tag, classes = "", text = "", ...children) {
	const created = document.createElement(tag);
	created.className = classes;
	created.textContent = text;
	created.append(...children);
	return created;
}

export function button(label, action, classes = "quiet") {
	const created = element("button", classes, label);
	created.type = "button";
	created.addEventListener("click", action);
	return created;
}

// Changes a text only if it differs, as assistive technology announces every change.
export function setText(target, text) {
	if (target.textContent !== text) {
		target.textContent = text;
	}
}

export const duration = (millis) => millis < 1_000 ? `${millis} ms` : `${(millis / 1_000).toFixed(1)} s`;

export const count = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;

export const clock = (timestamp, options) => new Date(timestamp).toLocaleTimeString([],
	{ hour: "2-digit", minute: "2-digit", hourCycle: "h23", ...options });
