package io.github.crispspring.webhook;

import java.net.http.HttpResponse;

import io.github.crispspring.webhook.WebhookServer.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.config.BlockingExecutionConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the endpoint in applications that call blocking controllers on an executor,
 * as Spring Boot does on Spring WebFlux with virtual threads.
 */
class WebhookBlockingExecutionTests {

	private static WebhookServer server;

	@BeforeAll
	static void start() {
		server = WebhookServer.start(Kind.NETTY, new Class<?>[] { FailingExecutor.class, BlockingController.class });
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@Test
	void failingTaskDecoratorOfExecutorDoesNotAffectWebhook() throws Exception {
		assertThat(server.send(WebhookServer.webhook()).statusCode()).isEqualTo(200);
	}

	@Test
	void blockingControllerOfApplicationUsesExecutor() throws Exception {
		HttpResponse<String> response = server.send("/blocking", (request) -> request.GET());
		assertThat(response.statusCode()).isEqualTo(500);
	}

	@Configuration(proxyBeanMethods = false)
	static class FailingExecutor {

		@Bean
		WebFluxConfigurer blockingExecution() {
			SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor();
			executor.setTaskDecorator((task) -> {
				throw new IllegalStateException("The decorator failed");
			});
			return new WebFluxConfigurer() {

				@Override
				public void configureBlockingExecution(BlockingExecutionConfigurer configurer) {
					configurer.setExecutor(executor);
				}

			};
		}

	}

	@RestController
	static class BlockingController {

		@GetMapping("/blocking")
		String get() {
			return "response";
		}

	}

}
