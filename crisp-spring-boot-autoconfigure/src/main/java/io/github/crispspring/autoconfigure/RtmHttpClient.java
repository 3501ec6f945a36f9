package io.github.crispspring.autoconfigure;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.transport.ProxyProvider;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.autoconfigure.reactive.ClientHttpConnectorBuilderCustomizer;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.JdkClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.boot.util.LambdaSafe;
import org.springframework.core.log.LogMessage;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.util.Assert;

/**
 * Supplies the HTTP client of the realtime connection: that of the application, with its
 * proxy, customizers and resources. Where the application uses another client than
 * Reactor Netty, the customizers for Reactor Netty apply, and the proxy of the JDK's
 * client.
 */
final class RtmHttpClient implements Supplier<HttpClient> {

	private static final Log logger = LogFactory.getLog(RtmHttpClient.class);

	private final ObjectProvider<ClientHttpConnectorBuilder<?>> connector;

	private final ObjectProvider<ClientHttpConnectorBuilderCustomizer<?>> customizers;

	private final ObjectProvider<ReactorResourceFactory> resources;

	private final HttpClientSettings settings;

	RtmHttpClient(ObjectProvider<ClientHttpConnectorBuilder<?>> connector,
			ObjectProvider<ClientHttpConnectorBuilderCustomizer<?>> customizers,
			ObjectProvider<ReactorResourceFactory> resources, HttpClientSettings settings) {
		this.connector = connector;
		this.customizers = customizers;
		this.resources = resources;
		this.settings = settings;
	}

	@Override
	public HttpClient get() {
		ClientHttpConnectorBuilder<?> connector = this.connector.getIfUnique();
		if (connector instanceof ReactorClientHttpConnectorBuilder builder) {
			return build(builder);
		}
		HttpClient client = build(customized());
		if (connector instanceof JdkClientHttpConnectorBuilder jdk) {
			return client.configuration().hasProxy() ? client : throughProxyOf(jdk, client);
		}
		if (connector != null && !client.configuration().hasProxy() && hasCustomizersOf(connector)) {
			logger.warn(LogMessage.format(
					"The realtime connection uses Reactor Netty and not the HTTP client of '%s', so that a proxy configured for that does not apply. If the connection requires the proxy, define a ClientHttpConnectorBuilderCustomizer<ReactorClientHttpConnectorBuilder> bean that sets it",
					connector.getClass().getSimpleName()));
		}
		return client;
	}

	private HttpClient build(ReactorClientHttpConnectorBuilder builder) {
		AtomicReference<@Nullable HttpClient> httpClient = new AtomicReference<>();
		builder.withHttpClientCustomizer((customized) -> {
			httpClient.set(customized);
			return customized;
		}).build(this.settings);
		return Objects.requireNonNull(httpClient.get());
	}

	@SuppressWarnings("unchecked")
	private ReactorClientHttpConnectorBuilder customized() {
		ReactorClientHttpConnectorBuilder[] builder = { ClientHttpConnectorBuilder.reactor() };
		this.resources.ifUnique((factory) -> builder[0] = builder[0].withReactorResourceFactory(factory));
		LambdaSafe.callbacks(ClientHttpConnectorBuilderCustomizer.class, customizers(), builder[0])
			.invoke((customizer) -> builder[0] = (ReactorClientHttpConnectorBuilder) customizer.customize(builder[0]));
		return builder[0];
	}

	private List<ClientHttpConnectorBuilderCustomizer<?>> customizers() {
		return this.customizers.orderedStream().toList();
	}

	@SuppressWarnings("unchecked")
	private boolean hasCustomizersOf(ClientHttpConnectorBuilder<?> connector) {
		return LambdaSafe.callbacks(ClientHttpConnectorBuilderCustomizer.class, customizers(), connector)
			.invokeAnd((customizer) -> Boolean.TRUE)
			.findAny()
			.isPresent();
	}

	/**
	 * The JDK's client chooses a proxy for each URI, of which it knows the schemes of
	 * HTTP only.
	 */
	private HttpClient throughProxyOf(JdkClientHttpConnectorBuilder builder, HttpClient client) {
		AtomicReference<@Nullable ProxySelector> selector = new AtomicReference<>();
		builder.withHttpClientCustomizer((jdk) -> selector.set(jdk.build().proxy().orElse(null))).build(this.settings);
		ProxySelector proxies = (selector.get() != null) ? selector.get() : ProxySelector.getDefault();
		return (proxies != null) ? client.proxyWhen((configuration, proxy) -> {
			String uri = configuration.uri();
			Proxy selected = (uri != null) ? select(proxies, URI.create(uri)) : null;
			return (selected != null && selected.address() instanceof InetSocketAddress address)
					? Mono.just(proxy.type(type(selected)).host(address.getHostString()).port(address.getPort()))
					: Mono.empty();
		}) : client;
	}

	private static @Nullable Proxy select(ProxySelector proxies, URI uri) {
		Assert.state(uri.getScheme() != null, "The URI must be absolute");
		URI http = URI.create(uri.toString().replaceFirst("^ws", "http"));
		return proxies.select(http)
			.stream()
			.filter((proxy) -> proxy.type() != Proxy.Type.DIRECT)
			.findFirst()
			.orElse(null);
	}

	private static ProxyProvider.Proxy type(Proxy proxy) {
		return (proxy.type() == Proxy.Type.SOCKS) ? ProxyProvider.Proxy.SOCKS5 : ProxyProvider.Proxy.HTTP;
	}

}
