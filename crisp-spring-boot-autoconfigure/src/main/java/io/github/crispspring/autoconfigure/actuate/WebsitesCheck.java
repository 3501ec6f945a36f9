package io.github.crispspring.autoconfigure.actuate;

import java.util.List;
import java.util.Objects;

import io.github.crispspring.autoconfigure.actuate.CrispDiagnosis.Finding;
import io.github.crispspring.client.plugin.PluginConnectWebsite;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Checks which websites have installed the plugin.
 */
final class WebsitesCheck implements DiagnosticCheck {

	private final Mono<List<PluginConnectWebsite>> firstPage;

	/**
	 * Create a check.
	 * @param firstPage the first page of the websites
	 */
	WebsitesCheck(Mono<List<PluginConnectWebsite>> firstPage) {
		this.firstPage = firstPage;
	}

	@Override
	public String name() {
		return "websites";
	}

	@Override
	public Flux<Finding> findings() {
		return this.firstPage.map(this::finding).flux();
	}

	private Finding finding(List<PluginConnectWebsite> websites) {
		if (websites.isEmpty()) {
			return Finding.error(name(), "No website has installed the plugin, so there are no events.",
					"Install the plugin on a website, with its private installation link if it is not public.");
		}
		List<String> ids = websites.stream().map(PluginConnectWebsite::websiteId).filter(Objects::nonNull).toList();
		return Finding.ok(name(), "The first page of the websites that have installed the plugin has %d: %s"
			.formatted(ids.size(), String.join(", ", ids)));
	}

}
