// Socket.IO server that behaves like Crisp's: it sends no events until a client authenticates. It reads commands from the
// standard input and writes notifications to the standard output, each as one line of JSON.
const { createServer } = require("http");
const { createInterface } = require("readline");
const { Server } = require("socket.io");

const [pingInterval, pingTimeout] = process.argv.slice(2).map(Number);
const http = createServer();
const io = new Server(http, { path: "/p/68/", transports: ["websocket"], pingInterval, pingTimeout });

function send(notification) {
  process.stdout.write(JSON.stringify(notification) + "\n");
}

io.on("connection", (socket) => {
  socket.conn.on("heartbeat", () => send({ type: "pong" }));
  socket.on("authentication", (credentials) => {
    const known = credentials.username === "identifier" && credentials.password === "swordfish";
    send({ type: "authentication", tier: credentials.tier, events: credentials.events });
    socket.emit(known ? "authenticated" : "unauthorized", known);
  });
  socket.on("socket:bind", (argument) => send({ type: "bind", argument }));
  socket.on("disconnect", (reason) => send({ type: "disconnect", reason }));
});

const commands = {
  emit: ({ name, data, count }) => {
    for (let i = 0; i < (count || 1); i++) {
      io.emit(name, { ...data, fingerprint: i + 1 });
    }
  },
  binary: ({ name, data, text }) => io.emit(name, { ...data, content: Buffer.from(text) }),
  acknowledge: async ({ name, data }) => {
    const [socket] = await io.fetchSockets();
    await io.sockets.sockets.get(socket.id).timeout(5000).emitWithAck(name, data);
    send({ type: "acknowledged" });
  },
  disconnect: () => io.disconnectSockets(),
  cut: () => io.sockets.sockets.forEach((socket) => socket.conn.transport.socket.terminate()),
};

createInterface({ input: process.stdin })
  .on("line", (line) => {
    const command = JSON.parse(line);
    commands[command.command](command);
  })
  .on("close", () => process.exit());

http.listen(0, "localhost", () => send({ type: "listening", port: http.address().port }));
