package io.github.crispspring.model;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.std.StdDeserializer;

import org.springframework.util.Assert;

/**
 * Identifier of an inbox of a website, or the main inbox, which has no identifier.
 */
@JsonDeserialize(using = InboxId.Deserializer.class)
public final class InboxId {

	private static final InboxId MAIN = new InboxId(null);

	private final @Nullable String value;

	private InboxId(@Nullable String value) {
		this.value = value;
	}

	/**
	 * Return the main inbox.
	 * @return the main inbox
	 */
	public static InboxId main() {
		return MAIN;
	}

	/**
	 * Return one of the other inboxes.
	 * @param inboxId the identifier of the inbox
	 * @return the inbox
	 */
	public static InboxId of(String inboxId) {
		Assert.hasText(inboxId, "'inboxId' must not be empty");
		return new InboxId(inboxId);
	}

	/**
	 * Return whether this is the main inbox.
	 * @return whether it is the main inbox
	 */
	public boolean isMain() {
		return this.value == null;
	}

	/**
	 * Return the identifier.
	 * @return the identifier, {@code null} for the main inbox
	 */
	@JsonValue
	public @Nullable String value() {
		return this.value;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof InboxId inbox && Objects.equals(this.value, inbox.value);
	}

	@Override
	public int hashCode() {
		return Objects.hashCode(this.value);
	}

	@Override
	public String toString() {
		return (this.value != null) ? this.value : "main";
	}

	/**
	 * Deserializer that reads {@code null} as the main inbox.
	 */
	static final class Deserializer extends StdDeserializer<InboxId> {

		Deserializer() {
			super(InboxId.class);
		}

		@Override
		public InboxId deserialize(JsonParser parser, DeserializationContext context) {
			String value = parser.getValueAsString();
			return (value == null || value.isEmpty()) ? main() : of(value);
		}

		@Override
		public InboxId getNullValue(DeserializationContext context) {
			return main();
		}

		@Override
		public @Nullable Object getAbsentValue(DeserializationContext context) {
			return null;
		}

	}

}
