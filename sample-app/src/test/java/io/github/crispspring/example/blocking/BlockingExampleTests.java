package io.github.crispspring.example.blocking;

import io.github.crispspring.embedded.EmbeddedCrisp;
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

class BlockingExampleTests {

	private static ConfigurableApplicationContext context;

	@BeforeAll
	static void start() {
		context = SpringApplication.from(BlockingExample::main)
			.run("--server.port=0", "--crisp.embedded.enabled=true", "--crisp.embedded.port=0")
			.getApplicationContext();
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
	void listensOnVirtualThreads() {
		assertThat(context.getBean("applicationTaskExecutor")).isInstanceOf(SimpleAsyncTaskExecutor.class);
	}

	@Test
	void answersAVisitor() {
		EmbeddedCrisp crisp = context.getBean(EmbeddedCrisp.class);
		assertThat(crisp.visitor("Jane").writes("Hi").awaitReply().text()).isEqualTo("Hello!");
		assertThat(crisp.transport()).isEqualTo(EmbeddedCrisp.Transport.WEBHOOK);
	}

}
