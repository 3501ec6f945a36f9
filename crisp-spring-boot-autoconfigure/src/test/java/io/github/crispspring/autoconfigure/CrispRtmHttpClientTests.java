package io.github.crispspring.autoconfigure;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.util.Map;

import io.github.crispspring.event.MessageSend;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.rtm.CrispRtm;
import io.github.crispspring.rtm.CrispRtmState;
import io.github.crispspring.rtm.TcpProxy;
import io.github.crispspring.rtm.TestRtmServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.netty.http.client.HttpClient;
import reactor.netty.transport.ProxyProvider;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ClientHttpConnectorBuilderCustomizer;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.JdkClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.JettyClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the HTTP client of the realtime connection.
 */
@ExtendWith(OutputCaptureExtension.class)
class CrispRtmHttpClientTests {

	private final TestRtmServer server = new TestRtmServer(Map.of("username", "identifier", "password", "key"));

	private final TcpProxy proxy = TcpProxy.http();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withUserConfiguration(Application.class)
		.withBean(TcpProxy.class, () -> this.proxy)
		.withPropertyValues("crisp.identifier=identifier", "crisp.key=key", "crisp.rest.base-url=http://localhost:1",
				"crisp.rtm.url=" + this.server.url(), "spring.reactor.netty.shutdown-quiet-period=10ms");

	@AfterEach
	void close() {
		this.proxy.close();
		this.server.close();
	}

	@Test
	void proxyOfHttpClientCustomizerIsUsed() {
		assertConnects(this.contextRunner.withUserConfiguration(Customizer.class));
		assertThat(this.proxy.tunnels()).containsExactly("localhost:" + this.server.url().getPort());
	}

	@Test
	void proxyOfConnectorBuilderIsUsed() {
		assertConnects(this.contextRunner.withUserConfiguration(Builder.class));
		assertThat(this.proxy.tunnels()).containsExactly("localhost:" + this.server.url().getPort());
	}

	@Test
	void serverIsConnectedToDirectlyWithoutProxy() {
		assertConnects(this.contextRunner);
		assertThat(this.proxy.tunnels()).isEmpty();
	}

	@Test
	void restMayUseAnotherHttpClientThanReactorNetty() {
		assertConnects(this.contextRunner.withPropertyValues("spring.http.clients.reactive.connector=jdk"));
	}

	@ParameterizedTest
	@ValueSource(classes = { JdkCustomizer.class, JdkSelector.class, Customizer.class })
	void proxyOfTheJdkClientIsUsed(Class<?> configuration) {
		assertConnects(this.contextRunner.withUserConfiguration(configuration)
			.withPropertyValues("spring.http.clients.reactive.connector=jdk"));
		assertThat(this.proxy.tunnels()).containsExactly("localhost:" + this.server.url().getPort());
	}

	@Test
	void proxyOfAnotherHttpClientIsAWarning(CapturedOutput output) {
		assertConnects(this.contextRunner.withUserConfiguration(JettyCustomizer.class)
			.withBean(ClientHttpConnectorBuilder.class, ClientHttpConnectorBuilder::jetty));
		assertThat(output).contains("a proxy configured for that does not apply",
				"ClientHttpConnectorBuilderCustomizer<ReactorClientHttpConnectorBuilder>");
	}

	private void assertConnects(ApplicationContextRunner contextRunner) {
		contextRunner.run((context) -> {
			CrispRtm rtm = context.getBean(CrispRtm.class);
			await().until(() -> rtm.state() instanceof CrispRtmState.Ready);
		});
	}

	private static HttpClient through(TcpProxy proxy, HttpClient httpClient) {
		return httpClient
			.proxy((options) -> options.type(ProxyProvider.Proxy.HTTP).host("localhost").port(proxy.port()));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@CrispListener
		void on(MessageSend message) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Customizer {

		@Bean
		ClientHttpConnectorBuilderCustomizer<ReactorClientHttpConnectorBuilder> proxyCustomizer(TcpProxy proxy) {
			return (builder) -> builder.withHttpClientCustomizer((httpClient) -> through(proxy, httpClient));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class JdkCustomizer {

		@Bean
		ClientHttpConnectorBuilderCustomizer<JdkClientHttpConnectorBuilder> proxyCustomizer(TcpProxy proxy) {
			return (builder) -> builder.withHttpClientCustomizer((httpClient) -> httpClient.proxy(selector(proxy)));
		}

		static ProxySelector selector(TcpProxy proxy) {
			return ProxySelector.of(new InetSocketAddress("localhost", proxy.port()));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class JdkSelector {

		@Bean
		ClientHttpConnectorBuilder<?> proxyConnectorBuilder(TcpProxy proxy) {
			return ClientHttpConnectorBuilder.jdk().withProxySelector(JdkCustomizer.selector(proxy));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class JettyCustomizer {

		@Bean
		ClientHttpConnectorBuilderCustomizer<JettyClientHttpConnectorBuilder> customizer() {
			return (builder) -> builder;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Builder {

		@Bean
		ClientHttpConnectorBuilder<?> proxyConnectorBuilder(TcpProxy proxy) {
			return ClientHttpConnectorBuilder.reactor()
				.withHttpClientCustomizer((httpClient) -> through(proxy, httpClient));
		}

	}

}
