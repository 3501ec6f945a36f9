package io.github.crispspring.client.website.operator;

import io.github.crispspring.client.BodyField;
import io.github.crispspring.client.CrispAuthenticationException;
import io.github.crispspring.client.CrispNotFoundException;
import io.github.crispspring.model.AccountVerification;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * Client for the operators of a website.
 * <p>
 * With the token of a plugin, a call fails with {@link CrispNotFoundException} if the
 * plugin is not installed on the website (reason {@code not_subscribed}), and with
 * {@link CrispAuthenticationException} if the token lacks a required scope.
 *
 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#website-operator">Website
 * Operator</a>
 */
@HttpExchange("/v1/website/{websiteId}")
public interface ReactiveWebsiteOperatorClient {

	/**
	 * List the operators of a website.
	 * <p>
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @return the operators
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-website-operators">List
	 * Website Operators</a>
	 */
	@GetExchange("/operators/list")
	Flux<WebsiteOperatorListItem> listWebsiteOperators(@PathVariable String websiteId);

	/**
	 * List the operators who were active most recently.
	 * <p>
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @return the operators and the times of their activity
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-last-active-website-operators">List
	 * Last Active Website Operators</a>
	 */
	@GetExchange("/operators/active")
	Flux<LastActiveWebsiteOperator> listLastActiveWebsiteOperators(@PathVariable String websiteId);

	/**
	 * Clear the list of operators who were active most recently.
	 * <p>
	 * <strong>Available to the user tier only.</strong>
	 * @param websiteId the identifier of the website
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#flush-last-active-website-operators">Flush
	 * Last Active Website Operators</a>
	 */
	@DeleteExchange("/operators/active")
	Mono<Void> flushLastActiveWebsiteOperators(@PathVariable String websiteId);

	/**
	 * Send an email to operators of a website.
	 * <p>
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param emailData the email and its recipients
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#send-email-to-website-operators">Send
	 * Email To Website Operators</a>
	 */
	@PostExchange("/operators/email")
	Mono<Void> sendEmailToWebsiteOperators(@PathVariable String websiteId, @RequestBody WebsiteOperatorEmail emailData);

	/**
	 * Return an operator.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the operator does not exist.
	 * @param websiteId the identifier of the website
	 * @param userId the identifier of the operator
	 * @return the operator
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#get-a-website-operator">Get A
	 * Website Operator</a>
	 */
	@GetExchange("/operator/{userId}")
	Mono<WebsiteOperator> getWebsiteOperator(@PathVariable String websiteId, @PathVariable String userId);

	/**
	 * Invite a person to become an operator.
	 * <p>
	 * <strong>Available to the user tier only.</strong>
	 * @param websiteId the identifier of the website
	 * @param email the email address of the person
	 * @param role the role the operator will have, such as {@code member}
	 * @param verify the verification that authorizes the invitation
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#invite-a-website-operator">Invite
	 * A Website Operator</a>
	 */
	@PostExchange("/operator")
	Mono<Void> inviteWebsiteOperator(@PathVariable String websiteId, @BodyField String email, @BodyField String role,
			@BodyField AccountVerification verify);

	/**
	 * Change the role and title of an operator.
	 * <p>
	 * <strong>Available to the user tier only.</strong> Fails with
	 * {@link CrispNotFoundException} if the operator does not exist.
	 * @param websiteId the identifier of the website
	 * @param userId the identifier of the operator
	 * @param role the role, such as {@code member}
	 * @param title the title, or {@code null} to leave it unchanged
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#change-operator-membership">Change
	 * Operator Membership</a>
	 */
	@PatchExchange("/operator/{userId}")
	Mono<Void> changeOperatorMembership(@PathVariable String websiteId, @PathVariable String userId,
			@BodyField String role, @BodyField @Nullable String title);

	/**
	 * Change the role of an operator.
	 * <p>
	 * <strong>Available to the user tier only.</strong> Fails with
	 * {@link CrispNotFoundException} if the operator does not exist.
	 * @param websiteId the identifier of the website
	 * @param userId the identifier of the operator
	 * @param role the role, such as {@code member}
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#change-operator-membership">Change
	 * Operator Membership</a>
	 */
	default Mono<Void> changeOperatorMembership(String websiteId, String userId, String role) {
		return changeOperatorMembership(websiteId, userId, role, null);
	}

	/**
	 * Remove an operator from a website.
	 * <p>
	 * <strong>Available to the user tier only.</strong> Fails with
	 * {@link CrispNotFoundException} if the operator does not exist.
	 * @param websiteId the identifier of the website
	 * @param userId the identifier of the operator
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#unlink-operator-from-website">Unlink
	 * Operator From Website</a>
	 */
	@DeleteExchange("/operator/{userId}")
	Mono<Void> unlinkOperatorFromWebsite(@PathVariable String websiteId, @PathVariable String userId);

}
