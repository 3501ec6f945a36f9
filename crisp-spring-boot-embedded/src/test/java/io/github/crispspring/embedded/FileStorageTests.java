package io.github.crispspring.embedded;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import io.github.crispspring.client.website.conversation.CrispConversation;
import io.github.crispspring.embedded.test.AutoConfigureEmbeddedCrisp;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.listener.VisitorTextListener;
import io.github.crispspring.message.FileContent;
import io.github.crispspring.upload.CrispUploads;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FileStorage}.
 */
@SpringBootTest(classes = FileStorageTests.Librarian.class)
@AutoConfigureEmbeddedCrisp
class FileStorageTests {

	private static final String TEXT = "Shelf 7";

	private final HttpClient http = HttpClient.newHttpClient();

	@Autowired
	private EmbeddedCrisp crisp;

	@Test
	void uploadedFileIsSentAndCanBeRead() throws Exception {
		EmbeddedMessage reply = this.crisp.visitor("Ada").writes("Where is it?").awaitReply();
		assertThat(content(reply).path("name").asString()).isEqualTo("my shelf.txt");
		HttpResponse<String> file = send("GET", content(reply).path("url").asString(), "");
		assertThat(file.statusCode()).isEqualTo(200);
		assertThat(file.body()).isEqualTo(TEXT);
		assertThat(file.headers().firstValue("Content-Type")).hasValue("text/plain");
	}

	@Test
	void fileIsUploadedAndSentInOneCall() throws Exception {
		EmbeddedMessage reply = this.crisp.visitor("Ada").writes("Send it").awaitReply();
		assertThat(content(reply).path("name").asString()).isEqualTo("FileStorageTests.class");
		assertThat(send("GET", content(reply).path("url").asString(), "").statusCode()).isEqualTo(200);
	}

	@Test
	void fileCannotBeUploadedWithoutTheSignedUrl() throws Exception {
		EmbeddedMessage reply = this.crisp.visitor("Ada").writes("Where is it?").awaitReply();
		String url = content(reply).path("url").asString();
		assertThat(send("PUT", url, "Shelf 8").statusCode()).isEqualTo(403);
		assertThat(send("PUT", url + "?signature=", "Shelf 8").statusCode()).isEqualTo(403);
		assertThat(send("GET", url, "").body()).isEqualTo(TEXT);
	}

	@Test
	void fileThatIsTooLargeIsRejected() throws Exception {
		this.crisp.visitor("Ada").writes("Where is it?").awaitReply();
		EmbeddedDelivery generated = this.crisp.awaitDelivery((delivery) -> delivery.event().startsWith("bucket:"));
		String signed = JsonMapper.shared()
			.readTree(generated.body())
			.path("data")
			.path("url")
			.path("signed")
			.asString();
		assertThat(send("PUT", signed, " ".repeat(FileStorage.SIZE_LIMIT + 1)).statusCode()).isEqualTo(413);
	}

	@Test
	void filesAreRemovedBetweenTests() throws Exception {
		String url = content(this.crisp.visitor("Ada").writes("Where is it?").awaitReply()).path("url").asString();
		this.crisp.reset();
		assertThat(send("GET", url, "").statusCode()).isEqualTo(404);
	}

	private static JsonNode content(EmbeddedMessage message) {
		return JsonMapper.shared().readTree(message.content());
	}

	private HttpResponse<String> send(String method, String url, String body) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create(url))
			.method(method, HttpRequest.BodyPublishers.ofString(body))
			.build();
		return this.http.send(request, HttpResponse.BodyHandlers.ofString());
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Librarian {

		private final CrispUploads uploads;

		Librarian(CrispUploads uploads) {
			this.uploads = uploads;
		}

		@VisitorTextListener(condition = "#message.text() == 'Send it'")
		void send(MessageSend message, CrispConversation conversation) {
			this.uploads.send(conversation, new ClassPathResource("FileStorageTests.class", FileStorageTests.class));
		}

		@VisitorTextListener(condition = "#message.text() == 'Where is it?'")
		FileContent find(MessageSend message) {
			return this.uploads.upload(message.websiteId(), "my shelf.txt", MediaType.TEXT_PLAIN,
					new ByteArrayResource(TEXT.getBytes(StandardCharsets.UTF_8)));
		}

	}

}
