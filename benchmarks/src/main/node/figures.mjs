// Prints the cost of operations for this process, in the format of Figures.java.
export function print(path, subject, operations, cpu, milliseconds, latencies) {
	const sorted = latencies.toSorted ? latencies.toSorted((a, b) => a - b) : [...latencies].sort((a, b) => a - b);
	const percentile = (part) => sorted.length ? sorted[Math.floor((sorted.length - 1) * part)].toFixed(2) : "-";
	console.log(["figures", path, subject, ((cpu.user + cpu.system) / operations).toFixed(2),
		(operations / milliseconds * 1000).toFixed(0), percentile(0.5), percentile(0.99), "-",
		Math.round(process.memoryUsage().rss / 1048576)].join("\t"));
}
