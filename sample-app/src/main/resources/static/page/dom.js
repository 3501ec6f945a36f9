export const byId = (id) => document.getElementById(id);

// What a page says goes in as text, never as markup: it is whatever somebody typed.
export function element(tag, classes, words = "") {
	const created = document.createElement(tag);
	created.className = classes;
	created.textContent = words;
	return created;
}

export async function call(method, path, body) {
	// What is said as the page goes is said all the same.
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
