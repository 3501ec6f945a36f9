package io.github.crispspring.example.reactive;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.crispspring.sample.crisp.ChatMessage;
import io.github.crispspring.sample.crisp.DeliveryReport;
import io.github.crispspring.sample.crisp.EmbeddedCrisp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.reactor.netty.NettyWebServer;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ReactiveExampleTests {

	private static ConfigurableApplicationContext context;

	@BeforeAll
	static void start() {
		context = SpringApplication.from(ReactiveExample::main).run("--server.port=0").getApplicationContext();
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
	void repliesToASignedWebhook() {
		EmbeddedCrisp crisp = context.getBean(EmbeddedCrisp.class);
		List<Integer> answers = new CopyOnWriteArrayList<>();
		crisp.delivery().listen((report) -> {
			if (report instanceof DeliveryReport.HookAnswered answered) {
				answers.add(answered.status());
			}
		});
		String conversation = crisp.openConversation("Jane");
		crisp.visitorWrites(conversation, "Hi");
		await().until(() -> crisp.transcript(conversation).size() == 2);
		assertThat(crisp.transcript(conversation)).extracting(ChatMessage::text).containsExactly("Hi", "Hello, Jane!");
		assertThat(answers).containsOnly(200);
	}

}
