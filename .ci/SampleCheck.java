import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Checks a packaged sample: starts it with the command in the arguments, sends the
 * webhook of a visitor's message, and waits until its bot replies by REST to the server
 * of this class.
 */
class SampleCheck {

	private static final String SECRET = "secret";

	private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)");

	private static final String MESSAGE = """
			{"website_id":"w","event":"message:send","timestamp":%s,"data":{"website_id":"w","session_id":"session_1",\
			"type":"text","content":"When are your hours?","from":"user","origin":"chat","stamped":true,"timestamp":%1$s,\
			"fingerprint":1,"user":{"user_id":"session_1","nickname":"Ada"}}}""";

	private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();

	private final Queue<String> output = new ConcurrentLinkedQueue<>();

	private final HttpClient client = HttpClient.newHttpClient();

	public static void main(String[] args) throws Exception {
		SampleCheck check = new SampleCheck();
		try {
			check.run(args);
		}
		catch (Exception ex) {
			check.output.forEach(System.out::println);
			ex.printStackTrace(System.out);
			System.exit(1);
		}
	}

	private void run(String[] command) throws Exception {
		HttpServer crisp = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
		crisp.createContext("/", this::respond);
		crisp.start();
		Process sample = new ProcessBuilder(Stream
			.concat(Stream.of(command),
					Stream.of("--server.port=0", "--crisp.identifier=identifier", "--crisp.key=key",
							"--crisp.webhook.secret=" + SECRET,
							"--crisp.rest.base-url=http://localhost:" + crisp.getAddress().getPort()))
			.toList()).redirectErrorStream(true).start();
		try {
			check(port(sample).get(5, TimeUnit.MINUTES));
		}
		finally {
			sample.destroy();
			sample.waitFor();
			crisp.stop(0);
		}
	}

	private void check(String url) throws Exception {
		HttpResponse<String> health = send(HttpRequest.newBuilder(URI.create(url + "/actuator/health")));
		require(health.statusCode() == 200 && health.body().contains("\"status\":\"UP\""), "Health: " + health.body());

		String now = Long.toString(System.currentTimeMillis());
		String body = MESSAGE.formatted(now);
		HttpRequest.Builder webhook = HttpRequest.newBuilder(URI.create(url + "/crisp/webhook"))
			.header("Content-Type", "application/json")
			.header("X-Crisp-Request-Timestamp", now)
			.POST(HttpRequest.BodyPublishers.ofString(body));
		int unsigned = send(webhook).statusCode();
		require(unsigned == 401, "A webhook without a signature is answered " + unsigned);
		int signed = send(webhook.header("X-Crisp-Signature", sign(now, body))).statusCode();
		require(signed == 200 || signed == 202, "A signed webhook is answered " + signed);
		String reply = this.messages.poll(1, TimeUnit.MINUTES);
		require(reply != null && reply.contains("We are here from 9 to 5"), "The reply is " + reply);
		System.out.println("The sample has started, and its bot has replied: " + reply);
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return this.client.send(request.build(), BodyHandlers.ofString());
	}

	/**
	 * Responds to all calls as to those of a conversation that is not assigned and has no messages.
	 */
	private void respond(HttpExchange exchange) throws IOException {
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		if (exchange.getRequestURI().getPath().endsWith("/message")) {
			this.messages.add(body);
		}
		String data = exchange.getRequestURI().getPath().endsWith("/messages") ? "[]"
				: "{\"session_id\":\"session_1\",\"website_id\":\"w\",\"fingerprint\":2}";
		byte[] response = "{\"error\":false,\"reason\":\"resolved\",\"data\":%s}".formatted(data)
			.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("Content-Type", "application/json");
		exchange.sendResponseHeaders(200, response.length);
		exchange.getResponseBody().write(response);
		exchange.close();
	}

	private CompletableFuture<String> port(Process sample) {
		CompletableFuture<String> url = new CompletableFuture<>();
		Thread reader = new Thread(() -> {
			try (BufferedReader lines = sample.inputReader()) {
				for (String line = lines.readLine(); line != null; line = lines.readLine()) {
					this.output.add(line);
					Matcher started = STARTED.matcher(line);
					if (started.find()) {
						url.complete("http://localhost:" + started.group(1));
					}
				}
				url.completeExceptionally(new IllegalStateException("The sample has stopped"));
			}
			catch (IOException ex) {
				url.completeExceptionally(ex);
			}
		});
		reader.setDaemon(true);
		reader.start();
		return url;
	}

	private static String sign(String timestamp, String body) throws Exception {
		Mac mac = Mac.getInstance("HmacSHA256");
		mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
		return HexFormat.of().formatHex(mac.doFinal(("[" + timestamp + ";" + body + "]").getBytes(StandardCharsets.UTF_8)));
	}

	private static void require(boolean condition, String problem) {
		if (!condition) {
			throw new IllegalStateException(problem);
		}
	}

}
