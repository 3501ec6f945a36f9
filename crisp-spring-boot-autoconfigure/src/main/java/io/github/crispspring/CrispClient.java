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
 * Blocking client for all resources of Crisp's REST API. {@link ReactiveCrispClient} is
 * the reactive one. A component that needs only some of them can inject their client,
 * such as {@link WebsiteClient}, instead.
 * <p>
 * A call blocks until there is a response, and throws a {@link CrispException} if it
 * fails. Interrupting the thread cancels the call. On a thread that must not block, such
 * as one of an event loop, it throws an {@link IllegalStateException}.
 */
public final class CrispClient {

	private final CrispRest rest;

	private final SingletonSupplier<WebsiteClient> website;

	private final SingletonSupplier<PluginClient> plugin;

	private final SingletonSupplier<PlanClient> plan;

	private final SingletonSupplier<MediaClient> media;

	private final SingletonSupplier<BucketClient> bucket;

	/**
	 * Create a client without opening a connection.
	 * @param rest the factory for clients
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
	 * Return the client for websites.
	 * @return the client
	 */
	public WebsiteClient website() {
		return this.website.obtain();
	}

	/**
	 * Return the client for plugins.
	 * @return the client
	 */
	public PluginClient plugin() {
		return this.plugin.obtain();
	}

	/**
	 * Return the client for plans.
	 * @return the client
	 */
	public PlanClient plan() {
		return this.plan.obtain();
	}

	/**
	 * Return the client for media.
	 * @return the client
	 */
	public MediaClient media() {
		return this.media.obtain();
	}

	/**
	 * Return the client for file storage.
	 * @return the client
	 */
	public BucketClient bucket() {
		return this.bucket.obtain();
	}

	/**
	 * Return an object for operations on a conversation, without calling Crisp.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @return the conversation
	 */
	public CrispConversation conversation(String websiteId, String sessionId) {
		return new CrispConversation(website(), websiteId, sessionId);
	}

	/**
	 * Call a route without a client method, with the same credentials, encoding, retry
	 * policy and errors.
	 * @param method the HTTP method
	 * @param uriTemplate the path with its variables, such as
	 * {@code /v1/website/{websiteId}}
	 * @param variables the values of the variables
	 * @param query the query parameters
	 * @param body the body, which is sent as JSON; {@code null} for none
	 * @param type the type of the response's {@code data}; {@code Boolean} for HEAD
	 * @param <T> the type of the data
	 * @return the data, {@code null} if the response has none
	 * @throws IllegalArgumentException if a variable is empty, {@code .} or {@code ..}
	 */
	public <T> @Nullable T exchange(HttpMethod method, String uriTemplate, Map<String, ?> variables,
			Map<String, ?> query, @Nullable Object body, ParameterizedTypeReference<T> type) {
		return this.rest.exchangeBlocking(method, uriTemplate, variables, query, body, type);
	}

	/**
	 * Call a route without a client method, with the same credentials, encoding, retry
	 * policy and errors.
	 * @param method the HTTP method
	 * @param uriTemplate the path with its variables, such as
	 * {@code /v1/website/{websiteId}}
	 * @param variables the values of the variables
	 * @param query the query parameters
	 * @param body the body, which is sent as JSON; {@code null} for none
	 * @param type the type of the response's {@code data}; {@code Boolean} for HEAD
	 * @param <T> the type of the data
	 * @return the data, {@code null} if the response has none
	 * @throws IllegalArgumentException if a variable is empty, {@code .} or {@code ..}
	 */
	public <T> @Nullable T exchange(HttpMethod method, String uriTemplate, Map<String, ?> variables,
			Map<String, ?> query, @Nullable Object body, Class<T> type) {
		return exchange(method, uriTemplate, variables, query, body, ParameterizedTypeReference.forType(type));
	}

	/**
	 * Create a builder with the settings of this client, including limits, headers and
	 * retry policy, to create a client for another account.
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
	 * Builder for a {@link CrispClient}.
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
		 * Set the base URL of the REST API.
		 * @param baseUrl the URL before {@code /v1}
		 * @return this builder
		 */
		public Builder baseUrl(URI baseUrl) {
			this.rest.baseUrl(baseUrl);
			return this;
		}

		/**
		 * Set the maximum number of calls a day. Further calls fail with
		 * {@link io.github.crispspring.client.CrispCallLimitException}.
		 * @param dailyBudget the number of calls between midnight and midnight, UTC
		 * @return this builder
		 */
		public Builder dailyBudget(int dailyBudget) {
			this.rest.dailyBudget(dailyBudget);
			return this;
		}

		/**
		 * Set the maximum number of calls a second. Further calls wait.
		 * @param maxCallsPerSecond the number of calls, which are distributed evenly
		 * @return this builder
		 */
		public Builder maxCallsPerSecond(int maxCallsPerSecond) {
			this.rest.maxCallsPerSecond(maxCallsPerSecond);
			return this;
		}

		/**
		 * Build the client without opening a connection.
		 * @return the client
		 * @throws IllegalArgumentException if there are no credentials
		 */
		public CrispClient build() {
			return new CrispClient(this.rest.build());
		}

	}

}
