package io.github.crispspring.example.blocking;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.crispspring.sample.crisp.ChatMessage;
import io.github.crispspring.sample.crisp.DeliveryReport;
import io.github.crispspring.sample.crisp.EmbeddedCrisp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class BlockingExampleTests {

	private static ConfigurableApplicationContext context;

	@BeforeAll
	static void start() {
		context = SpringApplication.from(BlockingExample::main).run("--server.port=0").getApplicationContext();
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@Test
	void runsOnSpringMvc() {
		assertThat(context).isInstanceOf(ServletWebServerApplicationContext.class);
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void listenersRunOnVirtualThreads() {
		assertThat(context.getBean("applicationTaskExecutor")).isInstanceOf(SimpleAsyncTaskExecutor.class);
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
		assertThat(crisp.transcript(conversation)).extracting(ChatMessage::text).containsExactly("Hi", "Hello!");
		assertThat(answers).containsOnly(200);
	}

}
