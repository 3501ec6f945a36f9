// Receives webhooks with the official client, which verifies them and calls a handler.
import { createServer } from "node:http";
import { Crisp } from "crisp-api";

const [port, secret] = process.argv.slice(2);
const crisp = new Crisp();
crisp.authenticateTier("plugin", "identifier", "key");
crisp.setRtmMode("webhooks");
crisp.on("message:send", () => {});

createServer((request, response) => {
	const chunks = [];
	request.on("data", (chunk) => chunks.push(chunk));
	request.on("end", () => {
		const body = JSON.parse(Buffer.concat(chunks).toString());
		const timestamp = request.headers["x-crisp-request-timestamp"];
		if (crisp.verifyHook(secret, body, timestamp, request.headers["x-crisp-signature"])) {
			crisp.receiveHook(body);
			response.writeHead(200).end();
		} else {
			response.writeHead(401).end();
		}
	});
}).listen(Number(port), "127.0.0.1");
