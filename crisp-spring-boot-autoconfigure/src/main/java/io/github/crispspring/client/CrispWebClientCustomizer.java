package io.github.crispspring.client;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * Callback interface to customize only the {@code WebClient} that calls Crisp. Beans of
 * this type are applied in order after Spring Boot's own customizers. The base URL and
 * the credentials are set afterwards. The connector must not follow redirects.
 */
@FunctionalInterface
public interface CrispWebClientCustomizer {

	/**
	 * Customize the client.
	 * @param builder the builder of the client
	 */
	void customize(WebClient.Builder builder);

}
