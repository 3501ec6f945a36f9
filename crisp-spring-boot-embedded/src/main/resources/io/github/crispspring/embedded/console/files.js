const TYPES = {
	gif: "image/gif", jpeg: "image/jpeg", jpg: "image/jpeg", mp3: "audio/mpeg", mp4: "video/mp4",
	pdf: "application/pdf", png: "image/png", txt: "text/plain",
};

// Returns the name and the media type of a file, by its URL.
export function mediaType(url) {
	const name = new URL(url).pathname.split("/").pop() || "file";
	return { name, type: TYPES[name.split(".").pop().toLowerCase()] ?? "application/octet-stream" };
}
