package io.github.crispspring.listener;

import java.util.Map;

import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.MessageRemoved;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.event.PluginSubscriptionUpdated;
import io.github.crispspring.event.UnknownEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A mistake stops the start, and the error says what to write.
 */
class InvalidListenerTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withUserConfiguration(AutoConfigured.class);

	@ParameterizedTest(name = "{0}")
	@MethodSource("mistakes")
	void mistakeStopsTheStart(Class<?> listener, String problem) {
		this.contextRunner.withUserConfiguration(listener).run((context) -> {
			assertThat(context).hasFailed();
			assertThat(context.getStartupFailure()).rootCause()
				.isInstanceOf(InvalidListenerException.class)
				.hasMessageContaining(listener.getSimpleName() + ".on(")
				.hasMessageContaining(problem);
			assertThat(analyze(context.getStartupFailure())).satisfies((analysis) -> {
				assertThat(analysis.getDescription()).contains(listener.getSimpleName() + ".on(");
				assertThat(analysis.getAction()).contains(problem);
			});
		});
	}

	static Arguments[] mistakes() {
		return new Arguments[] { Arguments.of(NoEvent.class, "is no event of Crisp"),
				Arguments.of(TwoEvents.class, "more than one event"), Arguments.of(Nothing.class, "Nothing says which"),
				Arguments.of(UnknownName.class, "Did you mean one of [message:send"),
				Arguments.of(UnknownGroup.class, "There is no event 'mesage:*'"),
				Arguments.of(NameAndType.class, "Its annotation names [message:send]"),
				Arguments.of(UnsendableReply.class, "java.lang.Integer, which cannot be sent"),
				Arguments.of(NoConversation.class, "'plugin:subscription:updated' belongs to no conversation"),
				Arguments.of(SomeWithoutConversation.class, "belongs to no conversation"),
				Arguments.of(UnknownConversation.class, "an unknown event belongs to no conversation"),
				Arguments.of(BrokenCondition.class, "is no SpEL expression"),
				Arguments.of(FinalBehindProxy.class, "Remove 'final'") };
	}

	private static FailureAnalysis analyze(Throwable failure) {
		return SpringFactoriesLoader.forDefaultResourceLocation()
			.load(FailureAnalyzer.class, SpringFactoriesLoader.FailureHandler.handleMessage((message, problem) -> {
				// Some need a bean factory, which there is none of here
			}))
			.stream()
			.filter((analyzer) -> analyzer.getClass().getSimpleName().equals("InvalidListenerFailureAnalyzer"))
			.map((analyzer) -> analyzer.analyze(failure))
			.findFirst()
			.orElseThrow();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class AutoConfigured {

	}

	static class NoEvent {

		@CrispListener
		void on(String text) {
		}

	}

	static class TwoEvents {

		@CrispListener
		void on(MessageSend one, MessageRemoved other) {
		}

	}

	static class Nothing {

		@CrispListener
		void on(Map<String, Object> json) {
		}

	}

	static class UnknownName {

		@CrispListener("message:sent")
		void on(CrispEvent event) {
		}

	}

	static class UnknownGroup {

		@CrispListener("mesage:*")
		void on(CrispEvent event) {
		}

	}

	static class NameAndType {

		@CrispListener(MessageSend.NAME)
		void on(MessageRemoved event) {
		}

	}

	static class UnsendableReply {

		@CrispListener
		Mono<Integer> on(MessageSend event) {
			return Mono.just(1);
		}

	}

	static class NoConversation {

		@CrispListener
		String on(PluginSubscriptionUpdated event) {
			return "Welcome!";
		}

	}

	static class SomeWithoutConversation {

		@CrispListener
		String on(CrispEvent event) {
			return "Welcome!";
		}

	}

	static class UnknownConversation {

		@CrispListener
		String on(UnknownEvent event) {
			return "Welcome!";
		}

	}

	static class BrokenCondition {

		@CrispListener(condition = "#event.(")
		void on(MessageSend event) {
		}

	}

	@EnableAsync(proxyTargetClass = true)
	static class FinalBehindProxy {

		@CrispListener
		public final void on(MessageSend event) {
		}

		@Async
		public void other() {
		}

	}

}
