package io.github.crispspring.example.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

import io.github.crispspring.CrispClient;
import io.github.crispspring.client.CrispCallLimitException;
import io.github.crispspring.client.CrispQuotaException;
import io.github.crispspring.client.website.conversation.Conversation;
import io.github.crispspring.client.website.conversation.ConversationChange;
import io.github.crispspring.client.website.conversation.ConversationChanges;
import io.github.crispspring.client.website.conversation.ConversationMessage;
import io.github.crispspring.json.CrispJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Export of the conversations of a website, with their messages, to JSON lines.
 */
@Component
class ConversationExport {

	private static final Logger logger = LoggerFactory.getLogger(ConversationExport.class);

	private final CrispClient crisp;

	/**
	 * Create an export whose calls leave quota to the rest of the application.
	 */
	ConversationExport(CrispClient crisp, @Value("${export.daily-budget:2000}") int dailyBudget) {
		this.crisp = crisp.mutate().dailyBudget(dailyBudget).maxCallsPerSecond(20).build();
	}

	/**
	 * Append the conversations that have changed since the last export to a file.
	 * @param websiteId the identifier of the website
	 * @param file the file, next to which the position is stored
	 * @return the number of conversations
	 */
	int export(String websiteId, Path file) throws IOException {
		Path position = file.resolveSibling(file.getFileName() + ".position");
		int exported = 0;
		try (BufferedWriter lines = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
				Stream<ConversationChange> changes = changes(websiteId, position)) {
			for (Iterator<ConversationChange> each = changes.iterator(); each.hasNext();) {
				ConversationChange change = each.next();
				lines.write(line(change.conversation()));
				lines.newLine();
				lines.flush();
				store(position, change.cursor());
				if (++exported % 100 == 0) {
					logger.info("Exported {} conversations, back to {}", exported, change.conversation().updatedAt());
				}
			}
		}
		catch (CrispCallLimitException | CrispQuotaException ex) {
			logger.info("Export interrupted after {} conversations; the next one continues: {}", exported,
					ex.getMessage());
		}
		return exported;
	}

	private Stream<ConversationChange> changes(String websiteId, Path position) throws IOException {
		return Files.exists(position)
				? ConversationChanges.after(this.crisp.website(), websiteId, Files.readString(position))
				: ConversationChanges.since(this.crisp.website(), websiteId, Instant.EPOCH);
	}

	private String line(Conversation conversation) {
		List<ConversationMessage> messages = this.crisp.conversation(conversation.websiteId(), conversation.sessionId())
			.messages()
			.toList();
		return CrispJson.copyWriter().writeValueAsString(new Exported(conversation, messages));
	}

	private void store(Path position, String cursor) throws IOException {
		Path written = Files.writeString(position.resolveSibling(position.getFileName() + ".new"), cursor);
		Files.move(written, position, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	/**
	 * A line of the file.
	 *
	 * @param conversation the conversation
	 * @param messages its messages, newest first
	 */
	record Exported(Conversation conversation, List<ConversationMessage> messages) {

	}

}
