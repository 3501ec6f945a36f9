import { clock, element } from "./dom.js";

// A list of messages that stays scrolled to its end, unless the user has scrolled back.
export class Messages {

	#list;
	#log;
	#mine;
	#choose;
	#items = new Map();
	#atEnd = true;

	constructor(list, { mine, choose }) {
		this.#list = list;
		this.#log = list.parentElement;
		this.#mine = mine;
		this.#choose = choose;
		this.#log.addEventListener("scroll", () => {
			this.#atEnd = this.#log.scrollHeight - this.#log.scrollTop - this.#log.clientHeight < 80;
		});
		new ResizeObserver(() => this.#toEnd()).observe(this.#log);
	}

	clear() {
		this.#list.replaceChildren();
		this.#items.clear();
		this.#atEnd = true;
	}

	// Shows exactly these messages. Those that have not changed are left alone, with their focus.
	show(messages) {
		const shown = new Set(messages.map((message) => message.fingerprint));
		for (const [fingerprint, { item }] of this.#items) {
			if (!shown.has(fingerprint)) {
				item.remove();
				this.#items.delete(fingerprint);
			}
		}
		let ownAdded = false;
		for (const [position, message] of messages.entries()) {
			const json = JSON.stringify(message);
			const present = this.#items.get(message.fingerprint);
			if (present?.json === json) {
				continue;
			}
			const item = this.#draw(message);
			if (present) {
				this.#replace(present.item, item);
			}
			else {
				this.#list.insertBefore(item, this.#list.children[position] ?? null);
				ownAdded ||= this.#mine(message);
			}
			this.#items.set(message.fingerprint, { item, json });
		}
		this.#toEnd(ownAdded);
	}

	#replace(old, item) {
		const focused = old.contains(document.activeElement) && document.activeElement.value;
		old.replaceWith(item);
		if (focused) {
			item.querySelector(`button[value="${CSS.escape(focused)}"]`)?.focus();
		}
	}

	#toEnd(always = false) {
		if (always || this.#atEnd) {
			this.#log.scrollTop = this.#log.scrollHeight;
		}
	}

	#draw(message) {
		const mine = this.#mine(message);
		const item = element("li", "message");
		item.classList.toggle("mine", mine);
		item.classList.toggle("note", message.type === "note");
		item.dataset.fingerprint = message.fingerprint;
		item.append(this.#about(message, mine), this.#bubble(message));
		const choices = message.content?.choices;
		if (Array.isArray(choices)) {
			item.append(this.#choices(message, choices));
		}
		if (message.type === "field") {
			item.append(this.#field(message));
		}
		return item;
	}

	#about(message, mine) {
		const author = message.nickname || (message.from === "user" ? "Visitor" : "Operator");
		const about = element("div", "about", "", element("span", "author", author));
		if (message.automated) {
			about.append(element("span", "tag", "Automated"));
		}
		if (message.type !== "text") {
			about.append(element("span", "tag", message.type));
		}
		const time = clock(message.timestamp);
		about.append(element("span", "", mine && message.read ? `${time}, read` : time));
		return about;
	}

	#bubble(message) {
		const bubble = element("div", "bubble", message.text || `(${message.type} without text)`);
		const url = message.content?.url;
		if (typeof url === "string" && /^https?:/.test(url)) {
			const link = element("a", "", message.text || url);
			link.href = url;
			link.target = "_blank";
			link.rel = "noreferrer";
			bubble.replaceChildren(link);
		}
		if (message.type === "carousel") {
			const targets = message.content.targets ?? [];
			bubble.append(...targets.map((target) => element("div", "target", target.title ?? "")));
		}
		return bubble;
	}

	#choices(message, choices) {
		const drawn = element("div", "choices");
		for (const choice of choices) {
			const each = element(this.#choose ? "button" : "span", "choice", choice.label ?? choice.value);
			each.classList.toggle("chosen", Boolean(choice.selected));
			if (this.#choose) {
				each.type = "button";
				each.value = choice.value;
				each.setAttribute("aria-pressed", String(Boolean(choice.selected)));
				each.addEventListener("click", () => this.#choose(message, choice.value));
			}
			drawn.append(each);
		}
		return drawn;
	}

	#field(message) {
		if (message.content.value) {
			return element("div", "choices", "", element("span", "choice chosen", message.content.value));
		}
		if (!this.#choose) {
			return element("div", "choices", "", element("span", "choice", "not filled in"));
		}
		const input = element("input");
		input.required = true;
		input.placeholder = message.content.explain ?? "";
		input.setAttribute("aria-label", message.text || "Value");
		const submit = element("button", "quiet", "Send");
		const form = element("form", "extra", "", input, submit);
		form.addEventListener("submit", (event) => {
			event.preventDefault();
			this.#choose(message, input.value);
		});
		return form;
	}

}
