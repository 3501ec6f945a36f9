// Indents JSON without parsing it, because its numbers may exceed those of JavaScript.
export function indent(json) {
	let depth = 0;
	return tokens(json).map((token, position, all) => {
		const empty = "{[".includes(token) && "}]".includes(all[position + 1]);
		if (empty) {
			return token;
		}
		if ("{[".includes(token)) {
			depth++;
			return token + line(depth);
		}
		if ("}]".includes(token)) {
			const closesEmpty = position > 0 && "{[".includes(all[position - 1]);
			depth -= closesEmpty ? 0 : 1;
			return closesEmpty ? token : line(depth) + token;
		}
		return token === "," ? token + line(depth) : token === ":" ? ": " : token;
	}).join("");
}

// Returns the value of a field of the outermost object, as JSON.
export function field(json, name) {
	const all = tokens(json);
	let depth = 0;
	for (let i = 0; i < all.length; i++) {
		if (depth === 1 && all[i] === JSON.stringify(name) && all[i + 1] === ":") {
			let end = i + 2;
			let inner = 0;
			do {
				inner += "{[".includes(all[end]) ? 1 : "}]".includes(all[end]) ? -1 : 0;
				end++;
			}
			while (inner > 0);
			return all.slice(i + 2, end).join("");
		}
		depth += "{[".includes(all[i]) ? 1 : "}]".includes(all[i]) ? -1 : 0;
	}
	return undefined;
}

export function isObject(json) {
	try {
		const value = JSON.parse(json);
		return typeof value === "object" && value !== null && !Array.isArray(value);
	}
	catch {
		return false;
	}
}

const tokens = (json) => json.match(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g) ?? [];

const line = (depth) => `\n${"  ".repeat(depth)}`;
