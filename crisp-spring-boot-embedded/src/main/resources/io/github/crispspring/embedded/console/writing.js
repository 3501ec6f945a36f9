// A text field that sends with Enter, grows with its text, and reports whether somebody is typing.
const TYPING_TIMEOUT = 5_000;

export function writing(form, text, { send, type, failed }) {
	let timer;
	let typing = false;

	const fit = () => {
		text.style.height = "auto";
		text.style.height = `${text.scrollHeight + 2}px`;
	};
	const report = (now) => {
		clearTimeout(timer);
		if (now) {
			timer = setTimeout(() => report(false), TYPING_TIMEOUT);
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
		report(false);
		try {
			await send(written);
		}
		catch (error) {
			// Restore the text, unless another one was typed since
			text.value = text.value === "" ? written : text.value;
			fit();
			failed(error);
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
		report(text.value.trim() !== "");
	});
	text.addEventListener("blur", () => report(false));
	window.addEventListener("pagehide", () => report(false));
}
