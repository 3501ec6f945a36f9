package io.github.crispspring.message;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * What a message says or shows. The kinds are sealed, so that a {@code switch} over them
 * is complete; the most common are made with the factory methods here.
 *
 * @see <a href= "https://docs.crisp.chat/references/rest-api/v1/#message-formats">Message
 * formats</a>
 */
@JsonDeserialize(using = MessageContentDeserializer.class)
public sealed interface MessageContent permits TextContent, NoteContent, FileContent, AnimationContent, AudioContent,
		PickerContent, FieldContent, CarouselContent, EventContent, OtherContent {

	/**
	 * Return Crisp's word for this kind of content, sent beside it as the message's
	 * {@code type}.
	 * @return the type, such as {@code text}
	 */
	String type();

	/**
	 * Return the text of this content: what was written, or the question or title of what
	 * is shown.
	 * @return the text, or {@code null} if this kind of content has none
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
	 * Create a private note, which only operators see.
	 * @param text the text
	 * @return the content
	 */
	static NoteContent note(String text) {
		return new NoteContent(text);
	}

	/**
	 * Create a file that the reader can open or download.
	 * @param name the file's name
	 * @param url where it can be read
	 * @param mediaType its media type, such as {@code image/png}
	 * @return the content
	 */
	static FileContent file(String name, String url, String mediaType) {
		return new FileContent(name, url, mediaType);
	}

	/**
	 * Create a choice for the visitor, whose answer comes as an update of the message.
	 * @param id the identifier by which the answer is recognised
	 * @param text the question
	 * @param choices what can be chosen
	 * @return the content
	 */
	static PickerContent picker(String id, String text, PickerContent.Choice... choices) {
		return new PickerContent(id, text, List.of(choices), null);
	}

	/**
	 * Create a question that the visitor answers in a text field; the answer comes as an
	 * update of the message.
	 * @param id the identifier by which the answer is recognised
	 * @param text the question
	 * @param explain a hint shown in the empty field
	 * @return the content
	 */
	static FieldContent field(String id, String text, String explain) {
		return new FieldContent(id, text, explain, null, null);
	}

	/**
	 * Create a row of cards.
	 * @param text the text above them
	 * @param targets the cards
	 * @return the content
	 */
	static CarouselContent carousel(String text, CarouselContent.Target... targets) {
		return new CarouselContent(text, List.of(targets));
	}

	/**
	 * Return content as the kind that the type beside it says it is. Content is read
	 * before its type is known; records that hold both call this in their constructor.
	 * @param type the type that came with the content, if any
	 * @param content the content as it was read, if any
	 * @return the content as its own kind, or as it is where the two do not fit
	 */
	static @Nullable MessageContent of(@Nullable String type, @Nullable MessageContent content) {
		return MessageContentKinds.resolve(type, content);
	}

}
