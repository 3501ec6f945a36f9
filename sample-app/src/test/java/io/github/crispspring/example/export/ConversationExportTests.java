package io.github.crispspring.example.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.crispspring.CrispClient;
import io.github.crispspring.embedded.EmbeddedCrisp;
import io.github.crispspring.embedded.test.AutoConfigureEmbeddedCrisp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = ExportExample.class)
@AutoConfigureEmbeddedCrisp
class ConversationExportTests {

	@TempDir
	private Path directory;

	@Autowired
	private EmbeddedCrisp crisp;

	@Autowired
	private CrispClient client;

	@Autowired
	private ConversationExport export;

	@Test
	void allConversationsAreExportedWithTheirMessages() throws IOException {
		for (int i = 0; i < 60; i++) {
			this.crisp.visitor("Visitor " + i).writes("Question " + i);
		}
		assertThat(export(this.export)).isEqualTo(60);
		assertThat(lines()).extracting((line) -> line.at("/messages/0/content").asString())
			.hasSize(60)
			.doesNotHaveDuplicates()
			.contains("Question 0", "Question 59");
	}

	@Test
	void nextExportAppendsWhatHasChanged() throws IOException {
		this.crisp.visitor("Ada").writes("First");
		this.crisp.visitor("Bob").writes("Second");
		export(this.export);
		this.crisp.visitor("Cleo").writes("Third");
		assertThat(export(this.export)).isOne();
		assertThat(lines()).extracting((line) -> line.at("/conversation/meta/nickname").asString())
			.containsExactly("Bob", "Ada", "Cleo");
	}

	@Test
	void exportIsResumedWhenItsBudgetIsRenewed() throws IOException {
		for (int i = 0; i < 5; i++) {
			this.crisp.visitor("Visitor " + i).writes("Question");
		}
		// A page of conversations, and the messages of two
		assertThat(export(new ConversationExport(this.client, 3))).isEqualTo(2);
		assertThat(export(new ConversationExport(this.client, 100))).isEqualTo(3);
		assertThat(lines()).extracting((line) -> line.at("/conversation/meta/nickname").asString())
			.containsExactly("Visitor 4", "Visitor 3", "Visitor 2", "Visitor 1", "Visitor 0");
	}

	private int export(ConversationExport export) throws IOException {
		return export.export(this.crisp.websiteId(), this.directory.resolve("conversations.jsonl"));
	}

	private List<JsonNode> lines() throws IOException {
		return Files.readAllLines(this.directory.resolve("conversations.jsonl"))
			.stream()
			.map(JsonMapper.shared()::readTree)
			.toList();
	}

}
