package io.github.crispspring;

import java.net.URI;
import java.util.Map;

import io.github.crispspring.client.CrispCredentials;
import io.github.crispspring.client.CrispException;
import io.github.crispspring.client.CrispRest;
import io.github.crispspring.client.CrispRestBuilder;
import io.github.crispspring.client.bucket.BucketClient;
import io.github.crispspring.client.media.MediaClient;
import io.github.crispspring.client.plan.PlanClient;
import io.github.crispspring.client.plugin.PluginClient;
import io.github.crispspring.client.website.WebsiteClient;
import io.github.crispspring.client.website.conversation.CrispConversation;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Blocking client of Crisp's REST API. {@link ReactiveCrispClient} is the reactive one.
 * Where only one part is needed, inject that part, such as {@link WebsiteClient},
 * instead.
 * <p>
 * Calls block until there is a response, and fail with a {@link CrispException}.
 * Interrupting the thread cancels the call. A thread that must not block, such as one of
 * Reactor Netty, is rejected with an {@link IllegalStateException}.
 */
public final class CrispClient {

	private final CrispRest rest;

	private final SingletonSupplier<WebsiteClient> website;

	private final SingletonSupplier<PluginClient> plugin;

	private final SingletonSupplier<PlanClient> plan;

	private final SingletonSupplier<MediaClient> media;

	private final SingletonSupplier<BucketClient> bucket;

	/**
	 * Create a client. No connection is made.
	 * @param rest how calls are made
	 */
	public CrispClient(CrispRest rest) {
		this.rest = rest;
		this.website = SingletonSupplier.of(() -> rest.client(WebsiteClient.class));
		this.plugin = SingletonSupplier.of(() -> rest.client(PluginClient.class));
		this.plan = SingletonSupplier.of(() -> rest.client(PlanClient.class));
		this.media = SingletonSupplier.of(() -> rest.client(MediaClient.class));
		this.bucket = SingletonSupplier.of(() -> rest.client(BucketClient.class));
	}

	/**
	 * Return what can be done with a website.
	 * @return the client for websites
	 */
	public WebsiteClient website() {
		return this.website.obtain();
	}

	/**
	 * Return what can be done with plugins.
	 * @return the client for plugins
	 */
	public PluginClient plugin() {
		return this.plugin.obtain();
	}

	/**
	 * Return what can be done with plans.
	 * @return the client for plans
	 */
	public PlanClient plan() {
		return this.plan.obtain();
	}

	/**
	 * Return what can be done with media.
	 * @return the client for media
	 */
	public MediaClient media() {
		return this.media.obtain();
	}

	/**
	 * Return what can be done with file storage.
	 * @return the client for file storage
	 */
	public BucketClient bucket() {
		return this.bucket.obtain();
	}

	/**
	 * Return a handle for one conversation. Nothing is called.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @return the conversation
	 */
	public CrispConversation conversation(String websiteId, String sessionId) {
		return new CrispConversation(website(), websiteId, sessionId);
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
	 * @return the answer, {@code null} if it has no data
	 * @throws IllegalArgumentException if a variable is empty, {@code .} or {@code ..}
	 */
	public <T> @Nullable T exchange(HttpMethod method, String uriTemplate, Map<String, ?> variables,
			Map<String, ?> query, @Nullable Object body, ParameterizedTypeReference<T> type) {
		return this.rest.exchangeBlocking(method, uriTemplate, variables, query, body, type);
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
	 * @return the answer, {@code null} if it has no data
	 * @throws IllegalArgumentException if a variable is empty, {@code .} or {@code ..}
	 */
	public <T> @Nullable T exchange(HttpMethod method, String uriTemplate, Map<String, ?> variables,
			Map<String, ?> query, @Nullable Object body, Class<T> type) {
		return exchange(method, uriTemplate, variables, query, body, ParameterizedTypeReference.forType(type));
	}

	/**
	 * Create a builder for a client of another account, with the settings of this one:
	 * limits, headers and retry.
	 * @return a builder
	 */
	public Builder mutate() {
		return new Builder(this.rest.mutate());
	}

	/**
	 * Create a builder for a client that does not need a configured account.
	 * @return a builder, which requires {@link Builder#credentials credentials}
	 */
	public static Builder builder() {
		return builder(WebClient.builder());
	}

	/**
	 * Create a builder for a client that does not need a configured account.
	 * @param webClient the builder to start from; Spring Boot's has the application's
	 * observations and customizers
	 * @return a builder, which requires {@link Builder#credentials credentials}
	 */
	public static Builder builder(WebClient.Builder webClient) {
		return new Builder(CrispRest.builder(webClient));
	}

	/**
	 * Builder of a client.
	 */
	public static final class Builder {

		private final CrispRestBuilder rest;

		private Builder(CrispRestBuilder rest) {
			this.rest = rest;
		}

		/**
		 * Set the credentials.
		 * @param credentials the credentials of the account
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
		 * @throws IllegalArgumentException if there are no credentials
		 */
		public CrispClient build() {
			return new CrispClient(this.rest.build());
		}

	}

}
