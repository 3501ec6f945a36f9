package io.github.crispspring.upload;

import io.github.crispspring.client.CrispException;
import io.github.crispspring.client.website.conversation.CrispConversation;
import io.github.crispspring.client.website.conversation.SentConversationMessage;
import io.github.crispspring.message.FileContent;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.util.Assert;

/**
 * Uploads files to Crisp's storage in blocking calls, so that they can be sent as
 * messages.
 *
 * <pre class="code">
 * uploads.send(conversation, new FileSystemResource("invoice.pdf"));
 * </pre>
 *
 * @see ReactiveCrispUploads
 */
public final class CrispUploads {

	private final ReactiveCrispUploads uploads;

	/**
	 * Create an instance.
	 * @param uploads the reactive instance
	 */
	public CrispUploads(ReactiveCrispUploads uploads) {
		this.uploads = uploads;
	}

	/**
	 * Upload a file. The name is that of the resource, and its extension determines the
	 * media type.
	 * @param websiteId the identifier of the website
	 * @param file the file
	 * @return the content of a message with the file
	 * @throws CrispUploadException if the file cannot be uploaded
	 */
	public FileContent upload(String websiteId, Resource file) {
		return required(this.uploads.upload(websiteId, file));
	}

	/**
	 * Upload a file.
	 * @param websiteId the identifier of the website
	 * @param name the name of the file
	 * @param type the media type of the file
	 * @param file the file
	 * @return the content of a message with the file
	 * @throws CrispUploadException if the file cannot be uploaded
	 */
	public FileContent upload(String websiteId, String name, MediaType type, Resource file) {
		return required(this.uploads.upload(websiteId, name, type, file));
	}

	/**
	 * Upload a file and send it to the visitor of a conversation.
	 * @param conversation the conversation
	 * @param file the file, whose name has the extension of the media type
	 * @return the message that was sent
	 * @throws CrispUploadException if the file cannot be uploaded
	 * @throws CrispException if the message cannot be sent
	 */
	public SentConversationMessage send(CrispConversation conversation, Resource file) {
		return conversation.reply(upload(conversation.websiteId(), file));
	}

	private static FileContent required(Mono<FileContent> upload) {
		@Nullable FileContent content = upload.contextCapture().block();
		Assert.state(content != null, "The upload has no result");
		return content;
	}

}
