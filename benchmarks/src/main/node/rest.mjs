// Sends messages with the official client and a concurrency of 32, like RestApplication with the starter.
import { performance } from "node:perf_hooks";
import { Crisp } from "crisp-api";
import { print } from "./figures.mjs";

const WARM_UP = 30_000, MEASURED = 30_000, CONCURRENCY = 32;
const crisp = new Crisp();
crisp.setRestHost(process.argv[2]);
crisp.authenticateTier("plugin", "identifier", "key");

async function send(count) {
	const latencies = [];
	let next = 0;
	async function sendSequentially() {
		while (next < count) {
			const session = "session_" + next++;
			const begin = performance.now();
			const sent = await crisp.website.sendMessageInConversation("42286ab3-b29a-4fde-8538-da0ae501d825", session,
				{ type: "text", from: "operator", origin: "chat", content: "Hey there! Need help?" });
			if (!sent.fingerprint) throw new Error("No fingerprint");
			latencies.push(performance.now() - begin);
		}
	}
	await Promise.all(Array.from({ length: CONCURRENCY }, sendSequentially));
	return latencies;
}

await send(WARM_UP);
const cpu = process.cpuUsage(), begin = performance.now();
const latencies = await send(MEASURED);
print("rest", "Node, crisp-api", MEASURED, process.cpuUsage(cpu), performance.now() - begin, latencies);
process.exit(0);
