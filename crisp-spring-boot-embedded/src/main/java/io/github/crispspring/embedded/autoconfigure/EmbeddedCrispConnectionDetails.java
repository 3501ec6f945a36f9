package io.github.crispspring.embedded.autoconfigure;

import java.net.URI;

import io.github.crispspring.autoconfigure.CrispConnectionDetails;
import io.github.crispspring.client.CrispCredentials;
import io.github.crispspring.embedded.EmbeddedCrisp;

/**
 * Details of the connection to an embedded Crisp.
 */
final class EmbeddedCrispConnectionDetails implements CrispConnectionDetails {

	private final EmbeddedCrisp crisp;

	EmbeddedCrispConnectionDetails(EmbeddedCrisp crisp) {
		this.crisp = crisp;
	}

	@Override
	public CrispCredentials getCredentials() {
		return new CrispCredentials(this.crisp.identifier(), this.crisp.key());
	}

	@Override
	public String getWebsiteId() {
		return this.crisp.websiteId();
	}

	@Override
	public URI getBaseUrl() {
		return this.crisp.url();
	}

}
