package io.github.crispspring.client.website.inbox;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import io.github.crispspring.json.ExtraFields;
import io.github.crispspring.json.ManagedByCrisp;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * An inbox of a website. To create or replace one, build it without what Crisp sets.
 *
 * @param inboxId its identifier, set by Crisp
 * @param name its name
 * @param emoji the emoji that is shown with it
 * @param order its place among the inboxes
 * @param operators the identifiers of its operators
 * @param teams the identifiers of its teams
 * @param teamOperators the identifiers of the operators of its teams
 * @param conditions which conversations are put into it
 * @param operator how several conditions are combined, such as {@code and}
 * @param createdAt when it was created, set by Crisp
 * @param updatedAt when it was last changed, set by Crisp
 * @param extraFields the fields without a readable component, if any
 */
@RecordBuilder
public record WebsiteInbox(@ManagedByCrisp @Nullable String inboxId, @Nullable String name, @Nullable String emoji,
		@Nullable Integer order, @Nullable List<String> operators, @Nullable List<String> teams,
		@Nullable List<String> teamOperators, @Nullable List<Condition> conditions, @Nullable String operator,
		@ManagedByCrisp @Nullable Instant createdAt, @ManagedByCrisp @Nullable Instant updatedAt,
		@Nullable ExtraFields extraFields) {

	/**
	 * Start building one.
	 * @return a builder in which nothing is set
	 */
	public static WebsiteInboxBuilder builder() {
		return WebsiteInboxBuilder.builder();
	}

	/**
	 * A condition that conversations of an inbox meet.
	 *
	 * @param model what kind of thing is looked at, such as {@code session}
	 * @param criterion what of it is looked at, such as {@code segments}
	 * @param operator how it is compared
	 * @param query what it is compared with
	 * @param extraFields the fields without a readable component, if any
	 */
	public record Condition(@Nullable String model, @Nullable String criterion, @Nullable Operator operator,
			List<String> query, @Nullable ExtraFields extraFields) {

		/**
		 * Create an instance without extra fields.
		 * @param model what kind of thing is looked at, such as {@code session}
		 * @param criterion what of it is looked at, such as {@code segments}
		 * @param operator how it is compared
		 * @param query what it is compared with
		 */
		public Condition(@Nullable String model, @Nullable String criterion, @Nullable Operator operator,
				List<String> query) {
			this(model, criterion, operator, query, null);
		}

		/**
		 * Create a condition that looks at the conversation.
		 * @param criterion what of it is looked at, such as {@code segments}
		 * @param operator how it is compared
		 * @param query what it is compared with
		 * @return the condition
		 */
		public static Condition of(String criterion, Operator operator, String... query) {
			return new Condition("session", criterion, operator, List.of(query));
		}

		/**
		 * How a condition compares.
		 */
		public enum Operator {

			/**
			 * Equal.
			 */
			EQ,

			/**
			 * Not equal.
			 */
			NEQ,

			/**
			 * Greater or equal.
			 */
			GTE,

			/**
			 * Less or equal.
			 */
			LTE,

			/**
			 * Greater.
			 */
			GT,

			/**
			 * Less.
			 */
			LT,

			/**
			 * In a way that this version does not know.
			 */
			@JsonEnumDefaultValue
			UNKNOWN

		}

	}

}
