package io.github.crispspring;

import java.net.URI;
import java.util.Map;

import io.github.crispspring.client.CrispCredentials;
import io.github.crispspring.client.CrispRest;
import io.github.crispspring.client.CrispRestBuilder;
import io.github.crispspring.client.bucket.ReactiveBucketClient;
import io.github.crispspring.client.media.ReactiveMediaClient;
import io.github.crispspring.client.plan.ReactivePlanClient;
import io.github.crispspring.client.plugin.ReactivePluginClient;
import io.github.crispspring.client.website.ReactiveWebsiteClient;
import io.github.crispspring.client.website.conversation.ReactiveCrispConversation;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.util.function.SingletonSupplier;

/**
 * Crisp's REST API, by what it is about. Where only one part is needed, inject that part,
 * such as {@link ReactiveWebsiteClient}, instead.
 */
public final class ReactiveCrispClient {

	private final CrispRest rest;

	private final SingletonSupplier<ReactiveWebsiteClient> website;

	private final SingletonSupplier<ReactivePluginClient> plugin;

	private final SingletonSupplier<ReactivePlanClient> plan;

	private final SingletonSupplier<ReactiveMediaClient> media;

	private final SingletonSupplier<ReactiveBucketClient> bucket;

	/**
	 * Create a client. No connection is made.
	 * @param rest how calls are made
	 */
	public ReactiveCrispClient(CrispRest rest) {
		this.rest = rest;
		this.website = SingletonSupplier.of(() -> rest.client(ReactiveWebsiteClient.class));
		this.plugin = SingletonSupplier.of(() -> rest.client(ReactivePluginClient.class));
		this.plan = SingletonSupplier.of(() -> rest.client(ReactivePlanClient.class));
		this.media = SingletonSupplier.of(() -> rest.client(ReactiveMediaClient.class));
		this.bucket = SingletonSupplier.of(() -> rest.client(ReactiveBucketClient.class));
	}

	/**
	 * Return what can be done with a website.
	 * @return the client for websites
	 */
	public ReactiveWebsiteClient website() {
		return this.website.obtain();
	}

	/**
	 * Return what can be done with plugins.
	 * @return the client for plugins
	 */
	public ReactivePluginClient plugin() {
		return this.plugin.obtain();
	}

	/**
	 * Return what can be done with plans.
	 * @return the client for plans
	 */
	public ReactivePlanClient plan() {
		return this.plan.obtain();
	}

	/**
	 * Return what can be done with media.
	 * @return the client for media
	 */
	public ReactiveMediaClient media() {
		return this.media.obtain();
	}

	/**
	 * Return what can be done with file storage.
	 * @return the client for file storage
	 */
	public ReactiveBucketClient bucket() {
		return this.bucket.obtain();
	}

	/**
	 * Return a handle for one conversation. Nothing is called.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @return the conversation
	 */
	public ReactiveCrispConversation conversation(String websiteId, String sessionId) {
		return new ReactiveCrispConversation(website(), websiteId, sessionId);
	}

	/**
	 * Call a route that no client has, with the same credentials, encoding, retry and
	 * errors.
	 * @param method the HTTP method
	 * @param uriTemplate the path with its variables, such as
	 * {@code /v1/website/{websiteId}}
	 * @param variables the values of the variables
	 * @param query the query parameters
	 * @param body what is sent as JSON, {@code null} for nothing
	 * @param type the type of the answer's {@code data}; {@code Boolean} for HEAD
	 * @param <T> the type of the answer
	 * @return the answer, empty if it has no data
	 * @throws IllegalArgumentException if a variable is empty, {@code .} or {@code ..}
	 */
	public <T> Mono<T> exchange(HttpMethod method, String uriTemplate, Map<String, ?> variables, Map<String, ?> query,
			@Nullable Object body, ParameterizedTypeReference<T> type) {
		return this.rest.exchange(method, uriTemplate, variables, query, body, type);
	}

	/**
	 * Call a route that no client has, with the same credentials, encoding, retry and
	 * errors.
	 * @param method the HTTP method
	 * @param uriTemplate the path with its variables, such as
	 * {@code /v1/website/{websiteId}}
	 * @param variables the values of the variables
	 * @param query the query parameters
	 * @param body what is sent as JSON, {@code null} for nothing
	 * @param type the type of the answer's {@code data}; {@code Boolean} for HEAD
	 * @param <T> the type of the answer
	 * @return the answer, empty if it has no data
	 * @throws IllegalArgumentException if a variable is empty, {@code .} or {@code ..}
	 */
	public <T> Mono<T> exchange(HttpMethod method, String uriTemplate, Map<String, ?> variables, Map<String, ?> query,
			@Nullable Object body, Class<T> type) {
		return exchange(method, uriTemplate, variables, query, body, ParameterizedTypeReference.forType(type));
	}

	/**
	 * Start building a further client, for another account. It begins with everything
	 * this one has, limits, headers and retry included.
	 * @return a builder
	 */
	public Builder builder() {
		return new Builder(this.rest.mutate());
	}

	/**
	 * Builds a further client.
	 */
	public static final class Builder {

		private final CrispRestBuilder rest;

		private Builder(CrispRestBuilder rest) {
			this.rest = rest;
		}

		/**
		 * Set the credentials.
		 * @param credentials the credentials of the other account
		 * @return this builder
		 */
		public Builder credentials(CrispCredentials credentials) {
			this.rest.credentials(credentials);
			return this;
		}

		/**
		 * Set where Crisp is.
		 * @param baseUrl the URL before {@code /v1}
		 * @return this builder
		 */
		public Builder baseUrl(URI baseUrl) {
			this.rest.baseUrl(baseUrl);
			return this;
		}

		/**
		 * Build the client. No connection is made.
		 * @return the client
		 */
		public ReactiveCrispClient build() {
			return new ReactiveCrispClient(this.rest.build());
		}

	}

}
