package io.github.crispspring.webhook;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import io.github.crispspring.signature.CrispSignature;
import io.github.crispspring.testsupport.WaitLimit;

/**
 * Request whose headers are sent immediately and whose body is sent in parts.
 */
final class SlowRequest implements AutoCloseable {

	static final String GENUINE = """
			Content-Type: application/json\r
			X-Crisp-Request-Timestamp: %s\r
			X-Crisp-Signature: %s\r
			""".formatted(WebhookApplication.NOW.toEpochMilli(), "0".repeat(64));

	private final Socket socket;

	private final BufferedReader response;

	/**
	 * Send the headers.
	 * @param server the server
	 * @param headers the lines of the headers apart from those of the connection
	 * @param length the length of the body that is announced
	 */
	SlowRequest(WebhookServer server, String headers, int length) throws IOException {
		this.socket = new Socket("localhost", server.port());
		this.socket.setSoTimeout((int) WaitLimit.DURATION.toMillis());
		this.response = new BufferedReader(
				new InputStreamReader(this.socket.getInputStream(), StandardCharsets.ISO_8859_1));
		send(("POST /crisp/webhook HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + length + "\r\n" + headers
				+ "\r\n")
			.getBytes(StandardCharsets.ISO_8859_1));
	}

	/**
	 * Return the headers of a request that is verified.
	 */
	static String headers(byte[] body) {
		String timestamp = Long.toString(WebhookApplication.NOW.toEpochMilli());
		return GENUINE.replace("0".repeat(64), new CrispSignature(WebhookServer.SECRET).sign(timestamp, body));
	}

	void send(byte[] bytes) throws IOException {
		this.socket.getOutputStream().write(bytes);
		this.socket.getOutputStream().flush();
	}

	/**
	 * Send another byte of the body, unless the server has closed the connection.
	 */
	void drip() {
		try {
			send(new byte[] { ' ' });
		}
		catch (IOException ex) {
			// The response has been sent before
		}
	}

	boolean hasResponse() {
		try {
			return this.socket.getInputStream().available() > 0;
		}
		catch (IOException ex) {
			return true;
		}
	}

	int status() throws IOException {
		String line = this.response.readLine();
		return (line != null) ? Integer.parseInt(line.split(" ")[1]) : -1;
	}

	/**
	 * Read until the server closes the connection.
	 */
	String rest() throws IOException {
		StringBuilder rest = new StringBuilder();
		for (String line = this.response.readLine(); line != null; line = this.response.readLine()) {
			rest.append(line).append('\n');
		}
		return rest.toString();
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
