package io.github.crispspring.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.util.UriBuilderFactory;

/**
 * Builder for a {@link CrispRest} with one set of credentials.
 */
public final class CrispRestBuilder {

	/**
	 * The URL of Crisp's REST API.
	 */
	public static final URI DEFAULT_BASE_URL = URI.create("https://api.crisp.chat");

	/**
	 * Name of the account that is configured without a name.
	 */
	static final String DEFAULT_ACCOUNT = "default";

	private Supplier<WebClient.Builder> webClient;

	private URI baseUrl = DEFAULT_BASE_URL;

	private @Nullable CrispCredentials credentials;

	private Map<String, String> headers = Map.of();

	private DataSize maxResponseSize = DataSize.ofMegabytes(16);

	private Duration readTimeout = Duration.ofSeconds(10);

	private boolean redirectsDisabled;

	private @Nullable Integer dailyBudget;

	private @Nullable Integer maxCallsPerSecond;

	private @Nullable CallQuota quota;

	private @Nullable CrispRestBuilder parent;

	private CrispRetry retry = CrispRetry.defaults();

	private CallObservations observations = CallObservations.NONE;

	CrispRestBuilder(Supplier<WebClient.Builder> webClient) {
		this.webClient = webClient;
	}

	/**
	 * Set the supplier of the {@code WebClient} builder to start from.
	 * @param webClient the supplier, which is invoked once, on the first call
	 * @return this builder
	 */
	public CrispRestBuilder webClient(Supplier<WebClient.Builder> webClient) {
		this.webClient = SingletonSupplier.of(webClient);
		return this;
	}

	/**
	 * Set the credentials.
	 * @param credentials the credentials
	 * @return this builder
	 */
	public CrispRestBuilder credentials(CrispCredentials credentials) {
		this.credentials = credentials;
		return this;
	}

	/**
	 * Set the name of the account, which observations of calls report.
	 * @param account the name; {@code default} unless set, and none in a builder that was
	 * derived from an instance
	 * @return this builder
	 * @see CrispCallContext#getAccount()
	 */
	public CrispRestBuilder account(String account) {
		this.observations = this.observations.ofAccount(account);
		return this;
	}

	/**
	 * Set the base URL of the REST API.
	 * @param baseUrl the URL before {@code /v1}, by default {@link #DEFAULT_BASE_URL}
	 * @return this builder
	 */
	public CrispRestBuilder baseUrl(URI baseUrl) {
		this.baseUrl = baseUrl;
		return this;
	}

	/**
	 * Set headers that are sent with every call.
	 * @param headers the headers by name
	 * @return this builder
	 */
	public CrispRestBuilder headers(Map<String, String> headers) {
		this.headers = Map.copyOf(headers);
		return this;
	}

	/**
	 * Set the maximum size of a response.
	 * @param maxResponseSize the size in memory, by default 16 MB
	 * @return this builder
	 */
	public CrispRestBuilder maxResponseSize(DataSize maxResponseSize) {
		this.maxResponseSize = maxResponseSize;
		return this;
	}

	/**
	 * Set the time limit of one attempt, from connecting to the last byte of the
	 * response.
	 * @param readTimeout the time limit, by default 10 seconds
	 * @return this builder
	 */
	public CrispRestBuilder readTimeout(Duration readTimeout) {
		Assert.isTrue(!readTimeout.isNegative() && !readTimeout.isZero(), "'readTimeout' must be positive");
		this.readTimeout = readTimeout;
		return this;
	}

	/**
	 * Declare that the connector of the {@code WebClient} does not follow redirects,
	 * which would send the credentials to other hosts. This can only be verified for
	 * Reactor Netty; calls through any other connector fail without this declaration.
	 * @return this builder
	 */
	public CrispRestBuilder redirectsDisabled() {
		this.redirectsDisabled = true;
		return this;
	}

	/**
	 * Set the maximum number of calls a day. Further calls fail with
	 * {@link CrispCallLimitException}.
	 * @param dailyBudget the number of calls between midnight and midnight, UTC; by
	 * default, the number is not limited
	 * @return this builder
	 */
	public CrispRestBuilder dailyBudget(int dailyBudget) {
		Assert.isTrue(dailyBudget > 0, "'dailyBudget' must be positive");
		this.dailyBudget = dailyBudget;
		return this;
	}

	/**
	 * Set the maximum number of calls a second. Further calls are delayed, or fail with
	 * {@link CrispCallLimitException} if they would have to wait for more than a minute.
	 * @param maxCallsPerSecond the number of calls, which are distributed evenly; by
	 * default, the number is not limited
	 * @return this builder
	 */
	public CrispRestBuilder maxCallsPerSecond(int maxCallsPerSecond) {
		Assert.isTrue(maxCallsPerSecond > 0, "'maxCallsPerSecond' must be positive");
		this.maxCallsPerSecond = maxCallsPerSecond;
		return this;
	}

	/**
	 * Set the policy for retrying failed calls.
	 * @param retry the policy, by default {@link CrispRetry#defaults()}
	 * @return this builder
	 */
	public CrispRestBuilder retry(CrispRetry retry) {
		this.retry = retry;
		return this;
	}

	/**
	 * Set the registry for observations of calls.
	 * @param registry the registry, by default none
	 * @param convention the convention, or {@code null} for the default
	 * @return this builder
	 */
	public CrispRestBuilder observations(ObservationRegistry registry,
			@Nullable CrispCallObservationConvention convention) {
		this.observations = new CallObservations(registry, convention, this.observations.account());
		return this;
	}

	/**
	 * Copy this builder for an additional account.
	 */
	CrispRestBuilder copyForAdditionalAccount() {
		CrispRestBuilder copy = copy();
		copy.observations = this.observations.ofAccount(null);
		copy.quota = null;
		copy.parent = this;
		return copy;
	}

	/**
	 * Copy this builder.
	 */
	CrispRestBuilder copy() {
		CrispRestBuilder copy = new CrispRestBuilder(this.webClient);
		copy.baseUrl = this.baseUrl;
		copy.credentials = this.credentials;
		copy.headers = this.headers;
		copy.maxResponseSize = this.maxResponseSize;
		copy.readTimeout = this.readTimeout;
		copy.redirectsDisabled = this.redirectsDisabled;
		copy.dailyBudget = this.dailyBudget;
		copy.maxCallsPerSecond = this.maxCallsPerSecond;
		copy.quota = this.quota;
		copy.parent = this.parent;
		copy.retry = this.retry;
		copy.observations = this.observations;
		return copy;
	}

	/**
	 * Build the instance without opening a connection.
	 * @return the instance
	 * @throws IllegalArgumentException if there are no credentials
	 */
	public CrispRest build() {
		CrispCredentials credentials = this.credentials;
		Assert.notNull(credentials, "'credentials' must be set");
		CrispRestBuilder settings = copy();
		CallQuota quota = (this.quota != null) ? this.quota : new CallQuota(parentQuota(credentials),
				credentials.tier(), this.dailyBudget, this.maxCallsPerSecond, InstantSource.system());
		settings.quota = quota;
		Supplier<UriBuilderFactory> uris = SingletonSupplier.of(settings::uriBuilderFactory);
		return new CrispRest(settings, quota, uris, () -> settings.adapter(credentials, quota, uris.get()));
	}

	/**
	 * Return the quota to which calls of a derived client of the same account belong.
	 */
	private @Nullable CallQuota parentQuota(CrispCredentials credentials) {
		return (this.parent != null && credentials.equals(this.parent.credentials)) ? this.parent.quota : null;
	}

	private UriBuilderFactory uriBuilderFactory() {
		return new CachingUriBuilderFactory(StringUtils.trimTrailingCharacter(this.baseUrl.toString(), '/'));
	}

	private CrispExchangeAdapter adapter(CrispCredentials credentials, CallQuota quota, UriBuilderFactory uris) {
		return new CrispExchangeAdapter(WebClientAdapter.create(webClient(credentials, uris)), server(),
				this.readTimeout, new Redirects(this.redirectsDisabled), quota, this.retry, this.observations);
	}

	/**
	 * Return the host and port without user information. The host of the URI is
	 * {@code null} if it is not a valid host name, for example if it has an underscore.
	 */
	private String server() {
		String host = this.baseUrl.getHost();
		if (host == null) {
			String authority = String.valueOf(this.baseUrl.getRawAuthority());
			return authority.substring(authority.lastIndexOf('@') + 1);
		}
		int port = this.baseUrl.getPort();
		if (port == -1) {
			port = "http".equalsIgnoreCase(this.baseUrl.getScheme()) ? 80 : 443;
		}
		return host + ":" + port;
	}

	private WebClient webClient(CrispCredentials credentials, UriBuilderFactory uris) {
		int maxInMemorySize = Math.toIntExact(this.maxResponseSize.toBytes());
		return this.webClient.get()
			.clone()
			.uriBuilderFactory(uris)
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(maxInMemorySize))
			.defaultHeaders((headers) -> applyHeaders(headers, credentials))
			.build();
	}

	private void applyHeaders(HttpHeaders defaults, CrispCredentials credentials) {
		defaults.set(HttpHeaders.ACCEPT, "application/json");
		defaults.set(HttpHeaders.USER_AGENT, "crisp-spring-boot-starter/" + CrispVersion.get());
		defaults.set("X-Crisp-Tier", credentials.tier().value());
		this.headers.forEach(defaults::set);
		defaults.setBasicAuth(credentials.identifier(), credentials.key(), StandardCharsets.UTF_8);
	}

}
