import { element } from "./dom.js";

// A sorted list of messages that scrolls to its end, unless the user has scrolled back.
export class Messages {

	#list;
	#log;
	#mine;
	#choose;
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
		this.#atEnd = true;
	}

	show(message) {
		const item = this.#draw(message);
		const present = [...this.#list.children];
		const same = present.find((other) => other.dataset.fingerprint === message.fingerprint);
		if (same) {
			const focused = same.contains(document.activeElement) && document.activeElement.value;
			same.replaceWith(item);
			if (focused) {
				item.querySelector(`button[value="${CSS.escape(focused)}"]`)?.focus();
			}
		}
		else {
			this.#list.insertBefore(item, present.find((other) => Number(other.dataset.time) > Number(item.dataset.time)) ?? null);
		}
		this.#toEnd(!same && this.#mine(message));
		return !same;
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
		// Times are compared as numbers, as a text without fraction would follow those with one.
		item.dataset.time = Date.parse(message.timestamp);
		item.append(this.#about(message, mine));
		item.append(element("div", "bubble", message.text || `(${message.type})`));
		if (message.choices.length > 0) {
			item.append(this.#choices(message));
		}
		return item;
	}

	#about(message, mine) {
		const about = element("div", "about");
		about.append(element("span", "author", this.#author(message, mine)));
		if (message.automated) {
			about.append(element("span", "tag", "Bot"));
		}
		if (message.type === "note") {
			about.append(element("span", "tag", "Note"));
		}
		const time = new Date(message.timestamp).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
		about.append(element("span", "", mine && message.read ? `${time}, read` : time));
		return about;
	}

	#author(message, mine) {
		return mine && message.fromVisitor ? "You" : message.nickname || "Operator";
	}

	#choices(message) {
		const choices = element("div", "choices");
		for (const choice of message.choices) {
			const drawn = element(this.#choose ? "button" : "span", "choice", choice.label);
			drawn.classList.toggle("chosen", choice.selected);
			if (this.#choose) {
				drawn.type = "button";
				drawn.value = choice.value;
				drawn.setAttribute("aria-pressed", String(choice.selected));
				drawn.addEventListener("click", () => this.#choose(message, choice));
			}
			choices.append(drawn);
		}
		return choices;
	}

}
