package io.github.crispspring.client.website.teams;

import io.github.crispspring.client.CrispAuthenticationException;
import io.github.crispspring.client.CrispNotFoundException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * Client for the teams of operators of a website.
 * <p>
 * With the token of a plugin, a call fails with {@link CrispNotFoundException} if the
 * plugin is not installed on the website (reason {@code not_subscribed}), and with
 * {@link CrispAuthenticationException} if the token lacks a required scope. In the former
 * case, methods that check for existence return {@code false} instead.
 *
 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#website-teams">Website
 * Teams</a>
 */
@HttpExchange("/v1/website/{websiteId}")
public interface ReactiveWebsiteTeamsClient {

	/**
	 * List the teams of a website.
	 * <p>
	 * Crisp does not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param pageNumber the number of the page, starting at 1
	 * @return the teams on the page
	 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#list-teams">List
	 * Teams</a>
	 */
	@GetExchange("/teams/list/{pageNumber}")
	Flux<WebsiteTeam> listTeams(@PathVariable String websiteId, @PathVariable int pageNumber);

	/**
	 * Create a team.
	 * <p>
	 * Crisp does not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param team the team
	 * @return the identifier of the new team
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#create-a-new-team">Create A New
	 * Team</a>
	 */
	@PostExchange("/team")
	Mono<CreatedWebsiteTeam> createNewTeam(@PathVariable String websiteId, @RequestBody WebsiteTeam team);

	/**
	 * Check whether a team exists.
	 * <p>
	 * Crisp does not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param teamId the identifier of the team
	 * @return whether it exists
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#check-if-team-exists">Check If
	 * Team Exists</a>
	 */
	@HttpExchange(method = "HEAD", url = "/team/{teamId}")
	Mono<Boolean> checkTeamExists(@PathVariable String websiteId, @PathVariable String teamId);

	/**
	 * Return a team.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if the team does not exist. Crisp does
	 * not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param teamId the identifier of the team
	 * @return the team
	 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#get-a-team">Get
	 * Team</a>
	 */
	@GetExchange("/team/{teamId}")
	Mono<WebsiteTeam> getTeam(@PathVariable String websiteId, @PathVariable String teamId);

	/**
	 * Replace a team.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if the team does not exist. Crisp does
	 * not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param teamId the identifier of the team
	 * @param team the new values of the team
	 * @return a signal that the request has completed
	 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#save-a-team">Save
	 * Team</a>
	 */
	@PutExchange("/team/{teamId}")
	Mono<Void> saveTeam(@PathVariable String websiteId, @PathVariable String teamId, @RequestBody WebsiteTeam team);

	/**
	 * Delete a team.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if the team does not exist. Crisp does
	 * not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param teamId the identifier of the team
	 * @return a signal that the request has completed
	 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#remove-a-team">Delete
	 * Team</a>
	 */
	@DeleteExchange("/team/{teamId}")
	Mono<Void> deleteTeam(@PathVariable String websiteId, @PathVariable String teamId);

}
