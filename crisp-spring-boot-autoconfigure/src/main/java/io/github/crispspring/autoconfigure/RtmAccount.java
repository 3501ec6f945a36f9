package io.github.crispspring.autoconfigure;

import java.net.URI;
import java.util.List;
import java.util.Set;

import io.github.crispspring.client.CrispCredentials;
import io.github.crispspring.event.CrispDelivery;
import org.jspecify.annotations.Nullable;

/**
 * What differs between the realtime connections of several accounts.
 *
 * @param name the name of the account
 * @param credentials the credentials
 * @param websiteId the identifier of the website, if known
 * @param websiteIdProperty the property that defines the website
 * @param properties the prefix of the other properties
 * @param url the URL to connect to, {@code null} to request it from Crisp
 * @param rooms the identifiers of the websites to receive events of, empty for all
 * @param events the configured names of events, empty for those of the listeners
 * @param recover whether missed messages are recovered
 */
record RtmAccount(String name, CrispCredentials credentials, @Nullable String websiteId, String websiteIdProperty,
		String properties, @Nullable URI url, List<String> rooms, Set<String> events, boolean recover) {

	/**
	 * Return the account without a name.
	 */
	static RtmAccount of(CrispConnectionDetails connectionDetails, CrispRtmProperties properties) {
		return new RtmAccount(CrispDelivery.DEFAULT_ACCOUNT, connectionDetails.getCredentials(),
				connectionDetails.getWebsiteId(), "crisp.rtm.website-id", "crisp.rtm.", properties.url(),
				properties.rooms(), properties.events(), properties.recover());
	}

	/**
	 * Return a named account, whose settings are those of {@code crisp.rtm} unless it has
	 * its own. The URL, the website and the rooms belong to a token.
	 */
	static RtmAccount of(String name, CrispCredentials credentials, CrispAccountProperties account,
			CrispRtmProperties defaults) {
		String prefix = AccountNames.PREFIX + "." + name + ".";
		CrispAccountProperties.Rtm rtm = account.rtm();
		return new RtmAccount(name, credentials, account.websiteId(), prefix + "website-id", prefix + "rtm.", rtm.url(),
				rtm.rooms(), rtm.events().isEmpty() ? defaults.events() : rtm.events(),
				(rtm.recover() != null) ? rtm.recover() : defaults.recover());
	}

}
