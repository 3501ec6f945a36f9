// Crisp's official client. It reads a command from each line of the standard input and writes its result as a line.
import { createInterface } from "node:readline";
import { Crisp } from "crisp-api";

const [host, identifier, key] = process.argv.slice(2);

function client(tier) {
	const crisp = new Crisp();
	crisp.setRestHost(host);
	crisp.authenticateTier(tier, identifier, key);
	return crisp;
}

const write = (result) => process.stdout.write(JSON.stringify(result) + "\n");
const verifier = client("plugin");
verifier.setRtmMode("webhooks");
verifier.on("message:send", (data) => write({ received: data.content }));
let realtime;

async function call({ service, method, tier, args }) {
	const target = client(tier)[service];
	if (typeof target?.[method] !== "function") {
		return { missing: true };
	}
	try {
		return { resolved: await target[method](...args) };
	}
	catch (error) {
		return { rejected: error?.message ?? String(error), code: error?.code ?? 0 };
	}
}

const commands = {
	call: async (command) => write(await call(command)),
	verify: ({ secret, body, timestamp, signature }) => {
		const verified = verifier.verifyHook(secret, JSON.parse(body), timestamp, signature);
		write({ verified });
		if (verified) {
			verifier.receiveHook(JSON.parse(body));
		}
	},
	// A bot that repeats what visitors write
	bot: () => {
		realtime = client("plugin");
		realtime.setRtmMode("websockets");
		realtime.on("message:send", async (message) => {
			write({ event: message.content });
			await realtime.website.sendMessageInConversation(message.website_id, message.session_id,
				{ type: "text", from: "operator", origin: "chat", content: "Echo: " + message.content });
		});
		write({ listening: true });
	}
};

for await (const line of createInterface({ input: process.stdin })) {
	const command = JSON.parse(line);
	await commands[command.command](command);
}
process.exit(0);
