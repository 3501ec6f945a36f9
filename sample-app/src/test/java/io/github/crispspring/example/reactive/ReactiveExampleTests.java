package io.github.crispspring.example.reactive;

import io.github.crispspring.embedded.EmbeddedCrisp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.reactor.netty.NettyWebServer;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

class ReactiveExampleTests {

	private static ConfigurableApplicationContext context;

	@BeforeAll
	static void start() {
		context = SpringApplication.from(ReactiveExample::main)
			.run("--server.port=0", "--crisp.embedded.enabled=true", "--crisp.embedded.port=0")
			.getApplicationContext();
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@Test
	void runsOnReactorNetty() {
		assertThat(((ReactiveWebServerApplicationContext) context).getWebServer()).isInstanceOf(NettyWebServer.class);
	}

	@Test
	void answersAVisitor() {
		EmbeddedCrisp crisp = context.getBean(EmbeddedCrisp.class);
		assertThat(crisp.visitor("Jane").writes("Hi").awaitReply().text()).isEqualTo("Hello, Jane!");
		assertThat(crisp.transport()).isEqualTo(EmbeddedCrisp.Transport.WEBHOOK);
	}

}
