// A text field that sends with Enter, grows with its content, and reports typing.
const TYPING_ENDS_AFTER = 5_000;

export function writing(form, text, { send, type, failed }) {
	let timer;
	let typing = false;

	const fit = () => {
		text.style.height = "auto";
		text.style.height = `${text.scrollHeight + 2}px`;
	};
	const tell = (now) => {
		clearTimeout(timer);
		if (now) {
			timer = setTimeout(() => tell(false), TYPING_ENDS_AFTER);
		}
		if (now !== typing) {
			typing = now;
			type(now);
		}
	};

	form.addEventListener("submit", async (event) => {
		event.preventDefault();
		const written = text.value.trim();
		if (written === "") {
			return;
		}
		text.value = "";
		fit();
		tell(false);
		try {
			await send(written);
		}
		catch {
			// Restore the text, unless another was typed since.
			text.value = text.value === "" ? written : text.value;
			fit();
			failed();
		}
	});

	text.addEventListener("keydown", (event) => {
		if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
			event.preventDefault();
			form.requestSubmit();
		}
	});

	text.addEventListener("input", () => {
		fit();
		tell(text.value.trim() !== "");
	});
	text.addEventListener("blur", () => tell(false));
	window.addEventListener("pagehide", () => tell(false));
}
