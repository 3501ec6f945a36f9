package io.github.crispspring.client.website.inbox;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import io.github.crispspring.json.ExtraFields;
import io.github.crispspring.json.ReceiveOnly;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Inbox of a website. Omit the values that Crisp sets when creating or replacing an
 * inbox.
 *
 * @param inboxId the identifier, set by Crisp
 * @param name the name
 * @param emoji the emoji that is shown with it
 * @param order the position among the inboxes
 * @param operators the identifiers of its operators
 * @param teams the identifiers of its teams
 * @param teamOperators the identifiers of the operators of its teams
 * @param conditions the conditions for its conversations
 * @param operator the operator that combines several conditions, such as {@code and}
 * @param createdAt the time of creation, set by Crisp
 * @param updatedAt the time of the last change, set by Crisp
 * @param extraFields the other fields, or {@code null} for none
 */
@RecordBuilder
public record WebsiteInbox(@ReceiveOnly @Nullable String inboxId, @Nullable String name, @Nullable String emoji,
		@Nullable Integer order, @Nullable List<String> operators, @Nullable List<String> teams,
		@Nullable List<String> teamOperators, @Nullable List<Condition> conditions, @Nullable String operator,
		@ReceiveOnly @Nullable Instant createdAt, @ReceiveOnly @Nullable Instant updatedAt,
		@Nullable ExtraFields extraFields) {

	/**
	 * Create a builder.
	 * @return an empty builder
	 */
	public static WebsiteInboxBuilder builder() {
		return WebsiteInboxBuilder.builder();
	}

	/**
	 * Condition for the conversations of an inbox.
	 *
	 * @param model the model of the criterion, such as {@code session}
	 * @param criterion the criterion, such as {@code segments}
	 * @param operator the operator of the comparison
	 * @param query the value to compare with
	 * @param extraFields the other fields, or {@code null} for none
	 */
	public record Condition(@Nullable String model, @Nullable String criterion, @Nullable Operator operator,
			List<String> query, @Nullable ExtraFields extraFields) {

		/**
		 * Create an instance without extra fields.
		 * @param model the model of the criterion, such as {@code session}
		 * @param criterion the criterion, such as {@code segments}
		 * @param operator the operator of the comparison
		 * @param query the value to compare with
		 */
		public Condition(@Nullable String model, @Nullable String criterion, @Nullable Operator operator,
				List<String> query) {
			this(model, criterion, operator, query, null);
		}

		/**
		 * Create a condition for a value of the conversation.
		 * @param criterion the criterion, such as {@code segments}
		 * @param operator the operator of the comparison
		 * @param query the value to compare with
		 * @return the condition
		 */
		public static Condition of(String criterion, Operator operator, String... query) {
			return new Condition("session", criterion, operator, List.of(query));
		}

		/**
		 * Comparison operator of a condition.
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
			 * An operator unknown to this version.
			 */
			@JsonEnumDefaultValue
			UNKNOWN

		}

	}

}
