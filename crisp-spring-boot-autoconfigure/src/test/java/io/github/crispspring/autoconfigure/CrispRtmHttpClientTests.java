package io.github.crispspring.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.github.crispspring.event.MessageSend;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.rtm.CrispRtm;
import io.github.crispspring.rtm.CrispRtmState;
import io.github.crispspring.rtm.TestRtmServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.netty.http.client.HttpClient;
import reactor.netty.transport.ProxyProvider;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ClientHttpConnectorBuilderCustomizer;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the HTTP client of the realtime connection.
 */
class CrispRtmHttpClientTests {

	private final TestRtmServer server = new TestRtmServer(Map.of("username", "identifier", "password", "key"));

	private final ConnectProxy proxy = new ConnectProxy();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withUserConfiguration(Application.class)
		.withBean(ConnectProxy.class, () -> this.proxy)
		.withPropertyValues("crisp.identifier=identifier", "crisp.key=key", "crisp.rest.base-url=http://localhost:1",
				"crisp.rtm.url=" + this.server.url(), "spring.reactor.netty.shutdown-quiet-period=0s");

	@AfterEach
	void close() {
		this.proxy.close();
		this.server.close();
	}

	@Test
	void proxyOfHttpClientCustomizerIsUsed() {
		assertConnects(this.contextRunner.withUserConfiguration(Customizer.class));
		assertThat(this.proxy.targets).containsExactly("localhost:" + this.server.url().getPort());
	}

	@Test
	void proxyOfConnectorBuilderIsUsed() {
		assertConnects(this.contextRunner.withUserConfiguration(Builder.class));
		assertThat(this.proxy.targets).containsExactly("localhost:" + this.server.url().getPort());
	}

	@Test
	void serverIsConnectedToDirectlyWithoutProxy() {
		assertConnects(this.contextRunner);
		assertThat(this.proxy.targets).isEmpty();
	}

	@Test
	void restMayUseAnotherHttpClientThanReactorNetty() {
		assertConnects(this.contextRunner.withPropertyValues("spring.http.clients.reactive.connector=jdk"));
	}

	private void assertConnects(ApplicationContextRunner contextRunner) {
		contextRunner.run((context) -> {
			CrispRtm rtm = context.getBean(CrispRtm.class);
			await().atMost(Duration.ofSeconds(30)).until(() -> rtm.state() instanceof CrispRtmState.Ready);
		});
	}

	private static HttpClient through(ConnectProxy proxy, HttpClient httpClient) {
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
		ClientHttpConnectorBuilderCustomizer<ReactorClientHttpConnectorBuilder> proxyCustomizer(ConnectProxy proxy) {
			return (builder) -> builder.withHttpClientCustomizer((httpClient) -> through(proxy, httpClient));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Builder {

		@Bean
		ClientHttpConnectorBuilder<?> proxyConnectorBuilder(ConnectProxy proxy) {
			return ClientHttpConnectorBuilder.reactor()
				.withHttpClientCustomizer((httpClient) -> through(proxy, httpClient));
		}

	}

	/**
	 * HTTP proxy that supports CONNECT.
	 */
	static final class ConnectProxy implements AutoCloseable {

		final Queue<String> targets = new ConcurrentLinkedQueue<>();

		private final ServerSocket listening;

		ConnectProxy() {
			try {
				this.listening = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			run(this::accept);
		}

		int port() {
			return this.listening.getLocalPort();
		}

		private void accept() throws IOException {
			while (!this.listening.isClosed()) {
				Socket client = this.listening.accept();
				run(() -> tunnel(client));
			}
		}

		private void tunnel(Socket client) throws IOException {
			String head = head(client.getInputStream());
			String target = head.split(" ")[1];
			this.targets.add(target);
			String[] hostAndPort = target.split(":");
			Socket server = new Socket(hostAndPort[0], Integer.parseInt(hostAndPort[1]));
			client.getOutputStream().write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
			run(() -> {
				server.getInputStream().transferTo(client.getOutputStream());
				client.close();
			});
			client.getInputStream().transferTo(server.getOutputStream());
			server.close();
		}

		private String head(InputStream in) throws IOException {
			StringBuilder head = new StringBuilder();
			while (head.indexOf("\r\n\r\n") < 0) {
				head.append((char) in.read());
			}
			return head.toString();
		}

		private void run(Task task) {
			Thread thread = new Thread(() -> {
				try {
					task.run();
				}
				catch (IOException ex) {
					// The connection is closed
				}
			}, "connect-proxy");
			thread.setDaemon(true);
			thread.start();
		}

		@Override
		public void close() {
			try {
				this.listening.close();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		interface Task {

			void run() throws IOException;

		}

	}

}
