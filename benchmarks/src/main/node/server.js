// Socket.IO server that behaves like Crisp's: after the authentication of a client it sends the warm-up messages and, after a
// pause, the measured messages. If the first argument is 0, it sends none. The process ends with its standard input.
const { createServer } = require("http");
const { Server } = require("socket.io");

const PAUSE = 2000;
const SESSIONS = 1000;
// The number of messages that are sent before the client has acknowledged earlier ones
const WINDOW = 1000;

const [count, warmUp] = process.argv.slice(2).map(Number);
const http = createServer();
const io = new Server(http, { path: "/p/68/", transports: ["websocket"] });

function message(number) {
  const session = "session_" + String(number % SESSIONS).padStart(36, "0");
  return {
    website_id: "42286ab3-b29a-4fde-8538-da0ae501d825",
    session_id: session,
    type: "text",
    origin: "chat",
    content: "Hello Crisp, this is a message from a visitor!",
    timestamp: 1632396148646 + number,
    fingerprint: number + 1,
    from: "user",
    user: { nickname: "visitor607", user_id: session },
    stamped: true,
  };
}

// Every client answers a ping of Engine.IO when it has read what came before
function pong(connection) {
  return new Promise((resolve) => {
    const listener = ({ type }) => {
      if (type === "pong") {
        connection.off("packet", listener);
        resolve();
      }
    };
    connection.on("packet", listener);
    connection.sendPacket("ping");
  });
}

async function send(socket, from, to) {
  let read = Promise.resolve();
  for (let number = from; number < to; number++) {
    socket.emit("message:send", message(number));
    if (number % WINDOW === 0) {
      await read;
      read = pong(socket.conn);
    }
  }
}

io.on("connection", (socket) => {
  socket.on("authentication", async () => {
    socket.emit("authenticated", true);
    if (count > 0) {
      await send(socket, 0, warmUp);
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
      await send(socket, warmUp, warmUp + count);
    }
  });
});

process.stdin.on("end", () => process.exit()).resume();
http.listen(0, "127.0.0.1", () => console.log(http.address().port));
