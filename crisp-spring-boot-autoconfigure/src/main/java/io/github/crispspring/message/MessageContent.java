package io.github.crispspring.message;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * Content of a message. The hierarchy is sealed, so that a {@code switch} over its types
 * is exhaustive. The factory methods create the most common kinds of content.
 *
 * @see <a href= "https://docs.crisp.chat/references/rest-api/v1/#message-formats">Message
 * formats</a>
 */
@JsonDeserialize(using = MessageContentDeserializer.class)
public sealed interface MessageContent permits TextContent, NoteContent, FileContent, AnimationContent, AudioContent,
		PickerContent, FieldContent, CarouselContent, EventContent, OtherContent {

	/**
	 * Return Crisp's name of this kind of content, which is the {@code type} of the
	 * message.
	 * @return the type, such as {@code text}
	 */
	String type();

	/**
	 * Return the text of this content: a text, a question or a title.
	 * @return the text, or {@code null} for none
	 */
	default @Nullable String text() {
		return null;
	}

	/**
	 * Create a plain text, which may use Markdown.
	 * @param text the text
	 * @return the content
	 */
	static TextContent text(String text) {
		return new TextContent(text);
	}

	/**
	 * Create a private note that only operators can see.
	 * @param text the text
	 * @return the content
	 */
	static NoteContent note(String text) {
		return new NoteContent(text);
	}

	/**
	 * Create a file that the reader can open or download.
	 * @param name the file's name
	 * @param url the URL
	 * @param mediaType the media type, such as {@code image/png}
	 * @return the content
	 */
	static FileContent file(String name, String url, String mediaType) {
		return new FileContent(name, url, mediaType);
	}

	/**
	 * Create a choice for the visitor. The event for the update of the message contains
	 * the answer.
	 * @param id the identifier, which the answer repeats
	 * @param text the question
	 * @param choices the choices
	 * @return the content
	 */
	static PickerContent picker(String id, String text, PickerContent.Choice... choices) {
		return new PickerContent(id, text, List.of(choices), null);
	}

	/**
	 * Create a question that the visitor answers in a text field. The event for the
	 * update of the message contains the answer.
	 * @param id the identifier, which the answer repeats
	 * @param text the question
	 * @param explain a hint shown in the empty field
	 * @return the content
	 */
	static FieldContent field(String id, String text, String explain) {
		return new FieldContent(id, text, explain, null, null);
	}

	/**
	 * Create a row of cards.
	 * @param text the text above the cards
	 * @param targets the cards
	 * @return the content
	 */
	static CarouselContent carousel(String text, CarouselContent.Target... targets) {
		return new CarouselContent(text, List.of(targets));
	}

	/**
	 * Convert content to the kind that its type denotes. Content is read before its type
	 * is known, so records with both call this method in their constructor.
	 * @param type the type of the message, or {@code null} if unknown
	 * @param content the content as read, or {@code null} for none
	 * @return the converted content, or the content itself if it does not match the type
	 */
	static @Nullable MessageContent of(@Nullable String type, @Nullable MessageContent content) {
		return MessageContentKinds.resolve(type, content);
	}

}
