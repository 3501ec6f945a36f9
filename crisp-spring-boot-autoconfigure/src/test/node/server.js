// A real Socket.IO server that behaves as Crisp's: silent until a client authenticates. It is driven line by line: commands
// come on the standard input, what happens goes to the standard output, each as JSON.
const { createServer } = require("http");
const { createInterface } = require("readline");
const { Server } = require("socket.io");

const [pingInterval, pingTimeout] = process.argv.slice(2).map(Number);
const http = createServer();
const io = new Server(http, { path: "/p/68/", transports: ["websocket"], pingInterval, pingTimeout });

function tell(what) {
  process.stdout.write(JSON.stringify(what) + "\n");
}

io.on("connection", (socket) => {
  socket.conn.on("heartbeat", () => tell({ happened: "pong" }));
  socket.on("authentication", (credentials) => {
    const known = credentials.username === "identifier" && credentials.password === "swordfish";
    tell({ happened: "authentication", tier: credentials.tier, events: credentials.events });
    socket.emit(known ? "authenticated" : "unauthorized", known);
  });
  socket.on("socket:bind", (argument) => tell({ happened: "bind", argument }));
  socket.on("disconnect", (reason) => tell({ happened: "disconnect", reason }));
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
    tell({ happened: "acknowledged" });
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

http.listen(0, "localhost", () => tell({ happened: "listening", port: http.address().port }));
