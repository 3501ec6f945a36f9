// Official client for Node.js, which counts messages and prints their cost
const { readFileSync } = require("fs");
const { Crisp } = require("crisp-api");

const url = process.argv[2];
const [measured, warmUp] = process.argv.slice(3).map(Number);
const crisp = new Crisp();
let count = 0;
let time;
let cpu;

function residentMemory() {
  return Math.floor(/VmRSS:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))[1] / 1024);
}

function print() {
  const seconds = Number(process.hrtime.bigint() - time) / 1e9;
  const { user, system } = process.cpuUsage(cpu);
  const perEvent = ((user + system) / measured).toFixed(2);
  console.log(["figures", "rtm", "Node, crisp-api", perEvent, (measured / seconds).toFixed(0), "-", "-", "-", residentMemory()].join("\t"));
}

setTimeout(() => {
  console.error(`Only ${count} messages came`);
  process.exit(1);
}, 300_000);

crisp.setTier("plugin");
crisp.authenticate("identifier", "key");
crisp.setRtmHost(url);
crisp.on("message:send", () => {
  count++;
  if (count === warmUp + 1) {
    time = process.hrtime.bigint();
    cpu = process.cpuUsage();
  } else if (count === warmUp + measured) {
    print();
    process.exit();
  }
});
