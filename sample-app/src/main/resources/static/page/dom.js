export const byId = (id) => document.getElementById(id);

// Content is inserted as text, never as markup, as it may be user input.
export function element(tag, classes, words = "") {
	const created = document.createElement(tag);
	created.className = classes;
	created.textContent = words;
	return created;
}

export async function call(method, path, body) {
	// Requests are sent even if the page is being closed.
	const request = { method, keepalive: true };
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
