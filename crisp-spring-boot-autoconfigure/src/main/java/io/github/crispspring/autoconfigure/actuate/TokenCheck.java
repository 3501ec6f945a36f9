package io.github.crispspring.autoconfigure.actuate;

import java.util.Arrays;

import io.github.crispspring.autoconfigure.actuate.CrispDiagnosis.Finding;
import io.github.crispspring.client.CrispAuthenticationException;
import io.github.crispspring.client.CrispCredentials;
import io.github.crispspring.client.CrispException;
import io.github.crispspring.client.CrispRest;
import io.github.crispspring.client.CrispTier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Checks whether Crisp accepts the token in its tier and, if it does not, whether it is a
 * token of another tier.
 */
final class TokenCheck implements DiagnosticCheck {

	private final CrispRest rest;

	private final CrispCredentials credentials;

	private final @Nullable String websiteId;

	private final AccountCall account;

	/**
	 * Create a check.
	 * @param rest the client, without retries
	 * @param credentials the credentials of the client
	 * @param websiteId the website of the token, if it is known
	 * @param account the call with these credentials
	 */
	TokenCheck(CrispRest rest, CrispCredentials credentials, @Nullable String websiteId, AccountCall account) {
		this.rest = rest;
		this.credentials = credentials;
		this.websiteId = websiteId;
		this.account = account;
	}

	@Override
	public String name() {
		return "token";
	}

	@Override
	public Flux<Finding> findings() {
		CrispTier tier = this.credentials.tier();
		if (!isCallable(tier)) {
			return Flux.just(Finding.unknown(name(),
					"The token of a website can be checked only with the identifier of the website.",
					"Set 'crisp.rtm.website-id' to the identifier of the website."));
		}
		return this.account.completion()
			.thenReturn(Finding.ok(name(), "Crisp accepts the token in tier '%s'.".formatted(tier.value())))
			.onErrorResume(CrispAuthenticationException.class, this::rejected)
			.flux();
	}

	private boolean isCallable(CrispTier tier) {
		return tier != CrispTier.WEBSITE || this.websiteId != null;
	}

	private Mono<Finding> rejected(CrispAuthenticationException ex) {
		return Flux.fromArray(CrispTier.values())
			.filter((tier) -> tier != this.credentials.tier() && isCallable(tier))
			.concatMap(this::accepted)
			.next()
			.map((tier) -> Finding.error(name(),
					"Crisp rejects the token in tier '%s', but accepts it in tier '%s'."
						.formatted(this.credentials.tier().value(), tier.value()),
					"Set 'crisp.tier' to '%s'.".formatted(tier.value())))
			.defaultIfEmpty(Finding.error(name(),
					"Crisp rejects the token in tier '%s' and in every other tier that can be checked: %s"
						.formatted(this.credentials.tier().value(), ex.getMessage()),
					"Set 'crisp.identifier' and 'crisp.key' to the two parts of a valid token, and 'crisp.tier' to its tier, one of %s."
						.formatted(Arrays.stream(CrispTier.values()).map(CrispTier::value).toList())));
	}

	/**
	 * Return the tier if Crisp accepts the token in it.
	 */
	private Mono<CrispTier> accepted(CrispTier tier) {
		CrispRest other = this.rest.mutate()
			.credentials(new CrispCredentials(this.credentials.identifier(), this.credentials.key(), tier))
			.build();
		return new AccountCall(other, tier, this.websiteId).completion()
			.thenReturn(tier)
			.onErrorComplete(CrispException.class);
	}

}
