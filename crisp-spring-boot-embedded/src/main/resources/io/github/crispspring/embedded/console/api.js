// Calls an action of the console. The message of an error is that of the server.
export async function call(method, path, body) {
	// A request sent while the page is being closed still arrives
	const request = { method, keepalive: true };
	if (method !== "GET") {
		request.headers = { "Content-Type": "application/json" };
		request.body = typeof body === "string" ? body : JSON.stringify(body ?? {});
		request.keepalive = request.body.length < 60_000;
	}
	let response;
	try {
		response = await fetch(`/console/${path}`, request);
	}
	catch {
		throw new Error("The embedded Crisp does not respond. Is the application running?");
	}
	const text = await response.text();
	if (!response.ok) {
		throw new Error(parse(text)?.message ?? `The embedded Crisp responded with status ${response.status}.`);
	}
	return parse(text);
}

export const conversation = (sessionId, part = "") => `conversations/${encodeURIComponent(sessionId)}${part}`;

function parse(text) {
	try {
		return JSON.parse(text);
	}
	catch {
		return undefined;
	}
}
