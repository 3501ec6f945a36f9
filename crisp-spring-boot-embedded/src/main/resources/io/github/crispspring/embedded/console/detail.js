import { button, duration, element, setText } from "./dom.js";
import { field, indent } from "./json.js";

// What an entry of the timeline shows when it is expanded: attempts, JSON and calls. Calls and
// attempts are added while it is shown; what is present is not drawn again.
export function detail(delivery, calls, listeners, { resend, edit }) {
	const attempts = element("ol", "attempts");
	const callList = element("ol", "calls");
	const noCalls = element("p", "faint", "None yet.");
	const result = element("p", "faint");
	result.setAttribute("role", "status");
	let shown = 0;

	// Those that were called, and those that select the event but not with these values.
	function update({ attempts: present, listeners: handled }) {
		const others = listeners.filter((listener) => !handled.includes(listener));
		called.replaceChildren(...handled.map((listener) => element("li", "event", listener)),
			...others.map((listener) => element("li", "event faint", `${listener}, not called`)),
			...(handled.length + others.length === 0 ? [element("li", "faint", "None in the application.")] : []));
		for (const attempt of present.slice(shown)) {
			attempts.append(drawAttempt(attempt));
		}
		shown = present.length;
	}

	function add(call) {
		noCalls.hidden = true;
		callList.append(element("li", "", "", drawCall(call)));
	}

	const again = button("Resend", async () => {
		try {
			await resend(delivery.id);
			setText(result, "Sent again: see the newest entry.");
		}
		catch (error) {
			setText(result, error.message);
		}
	}, "quiet small");
	const change = button("Edit and trigger …", () => edit(delivery.event, indent(field(delivery.body, "data") ?? "{}")),
		"quiet small");

	const drawn = element("div", "detail", "", element("div", "detail-actions", "", again, change, result));
	const called = element("ol", "");
	drawn.append(element("h4", "", "Listeners of this event"), called);
	if (delivery.transport === "WEBHOOK") {
		drawn.append(element("h4", "", "Attempts"), attempts);
	}
	drawn.append(element("h4", "", "REST calls of the application"), noCalls, callList,
		element("h4", "", "Event"), code(delivery.body, "Event as JSON"));
	update(delivery);
	calls.forEach(add);
	return { element: drawn, update, add };
}

detail.body = callBody;

function drawAttempt({ number, status, error, millis, headers }) {
	const good = status >= 200 && status < 300;
	const text = element("span", "", `Attempt ${number}`);
	const badge = element("span", `outcome ${status === 202 ? "odd" : good ? "good" : "bad"}`, status ?? "no response");
	const shown = element("pre", "code", Object.entries(headers).map(([name, value]) => `${name}: ${value}`).join("\n"));
	shown.hidden = true;
	shown.tabIndex = 0;
	const toggle = button("Signature headers", () => {
		shown.hidden = !shown.hidden;
		toggle.setAttribute("aria-expanded", String(!shown.hidden));
	}, "link");
	toggle.setAttribute("aria-expanded", "false");
	return element("li", "attempt", "", text, badge, element("span", "faint", duration(millis)),
		element("span", "faint", error ?? ""), toggle, shown);
}

function drawCall(call) {
	const good = call.status >= 200 && call.status < 300;
	const summary = element("summary", "", "", element("span", "event", `${call.method} ${call.name ?? call.uri.split("?")[0]}`),
		element("span", `outcome ${good ? "good" : "bad"}`, call.status || "cut"), element("span", "faint", duration(call.millis)));
	return element("details", "call", "", summary, callBody(call));
}

function callBody(call) {
	const body = element("div", "call-body", "", element("p", "uri", `${call.method} ${call.uri}`));
	if (call.requestBody) {
		body.append(element("h4", "", "Request"), code(call.requestBody, "Request as JSON"));
	}
	body.append(element("h4", "", "Response"));
	body.append(call.responseBody ? code(call.responseBody, "Response as JSON") : element("p", "faint",
		call.status ? "Without a body." : "The connection was cut."));
	return body;
}

function code(json, label) {
	const drawn = element("pre", "code", indent(json));
	drawn.tabIndex = 0;
	drawn.setAttribute("role", "region");
	drawn.setAttribute("aria-label", label);
	return drawn;
}
