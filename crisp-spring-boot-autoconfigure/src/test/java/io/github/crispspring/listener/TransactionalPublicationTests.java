package io.github.crispspring.listener;

import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.testsupport.WaitLimit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Publication of events in a transaction, which is enabled by a property.
 */
class TransactionalPublicationTests {

	@RegisterExtension
	static final ListenerTester crisp = new ListenerTester();

	private final ApplicationContextRunner contextRunner = transactional(Log.class, Durable.class);

	@Test
	void eventIsHandledWhenItsTransactionIsCommitted() {
		this.contextRunner.withUserConfiguration(Listening.class).run((context) -> {
			dispatch(context);
			assertThat(log(context)).containsExactly("begin", "handled in transaction", "commit", "after commit");
		});
	}

	@Test
	void eventIsHandledWithoutTransactionByDefault() {
		ListenerTester.withoutCredentials(Log.class, Durable.class, Listening.class).run((context) -> {
			dispatch(context);
			assertThat(log(context)).containsExactly("handled");
		});
	}

	@ParameterizedTest
	@ValueSource(classes = { Throwing.class, Erroneous.class, Unconditional.class })
	void failureOfAMethodRollsBackAndTheOthersStillReceiveTheEvent(Class<?> failing) {
		this.contextRunner.withUserConfiguration(failing, Listening.class).run((context) -> {
			assertThatExceptionOfType(Throwable.class).isThrownBy(() -> dispatch(context));
			assertThat(log(context)).containsExactly("begin", "handled in transaction", "rollback");
		});
	}

	@Test
	void transactionOfAnEventWhoseTimeLimitHasPassedIsRolledBack() {
		this.contextRunner.withUserConfiguration(Slow.class, Listening.class)
			.withPropertyValues("crisp.listener.timeout=200ms")
			.run((context) -> {
				assertThatExceptionOfType(Throwable.class).isThrownBy(() -> dispatch(context));
				await().until(() -> context.getBean(CrispEventDispatcher.class).getAbandonedThreadCount() == 0);
				assertThat(log(context)).containsExactly("begin", "rollback");
			});
	}

	@Test
	void failureOfAPlainListenerRollsBack() {
		this.contextRunner.withUserConfiguration(Plain.class).run((context) -> {
			assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> dispatch(context))
				.withMessage("plain");
			assertThat(log(context)).containsExactly("begin", "rollback");
		});
	}

	@Test
	void remainingWorkBeginsAfterTheCommitAndItsFailureIsReportedForAHandledEvent() {
		this.contextRunner.withUserConfiguration(Reactive.class).run((context) -> {
			dispatch(context);
			assertThat(log(context)).containsExactly("begin", "commit", "after commit", "subscribed");
			assertThat(context.getBean(ListenerTester.Failures.class).failures).singleElement()
				.satisfies((failure) -> assertThat(failure).hasMessage("reactive"));
		});
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void remainingWorkIsDiscardedByARollback(boolean commitFails) {
		this.contextRunner.withUserConfiguration(Reactive.class).run((context) -> {
			FailingTransactions transactions = context.getBean(FailingTransactions.class);
			transactions.commitFails = commitFails;
			transactions.listenerFails = !commitFails;
			assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> dispatch(context));
			assertThat(log(context)).doesNotContain("subscribed");
			transactions.commitFails = false;
			transactions.listenerFails = false;
			dispatch(context);
			assertThat(log(context)).containsOnlyOnce("subscribed");
		});
	}

	@Test
	void replyThatFailsAfterTheCommitIsRetriedAlone() {
		crisp.stubFor(post(anyUrl()).inScenario("reply").willReturn(serverError()).willSetStateTo("recovered"));
		crisp.stubFor(post(anyUrl()).inScenario("reply")
			.whenScenarioStateIs("recovered")
			.willReturn(okJson("{\"data\":{\"fingerprint\":1}}")));
		crisp.with(ListenerTester.Failures.class, Log.class, Durable.class, Replying.class)
			.withPropertyValues("crisp.listener.transactional=true", "crisp.rest.retry.enabled=false")
			.run((context) -> {
				dispatch(context);
				crisp.verify(2, postRequestedFor(anyUrl()));
				assertThat(log(context)).containsExactly("begin", "replying", "commit", "after commit");
			});
	}

	@Test
	void eventWhoseTransactionCannotBeCommittedIsNotHandled() {
		this.contextRunner.withUserConfiguration(Listening.class).run((context) -> {
			context.getBean(FailingTransactions.class).commitFails = true;
			assertThatExceptionOfType(TransactionSystemException.class).isThrownBy(() -> dispatch(context));
			assertThat(log(context)).doesNotContain("after commit");
			context.getBean(FailingTransactions.class).commitFails = false;
			dispatch(context);
			assertThat(log(context)).contains("after commit");
		});
	}

	@Test
	void transactionManagerIsRequired() {
		assertStartupFails(transactional().withClassLoader(new FilteredClassLoader("org.h2")));
	}

	@Test
	void springTransactionIsRequired() {
		assertStartupFails(transactional().withClassLoader(new FilteredClassLoader("org.springframework.transaction")));
	}

	@Test
	void singleTransactionManagerIsRequired() {
		assertStartupFails(transactional(Log.class).withBean("another", PlatformTransactionManager.class,
				FailingTransactions::new));
	}

	private static ApplicationContextRunner transactional(Class<?>... configurations) {
		return ListenerTester.withoutCredentials(ListenerTester.Failures.class)
			.withUserConfiguration(configurations)
			.withPropertyValues("crisp.listener.transactional=true");
	}

	private static void assertStartupFails(ApplicationContextRunner contextRunner) {
		contextRunner.run((context) -> assertThat(context).getFailure()
			.rootCause()
			.isInstanceOf(InvalidConfigurationPropertyValueException.class)
			.hasMessageContaining("crisp.listener.transactional")
			.hasMessageContaining("spring-boot-starter-jdbc"));
	}

	private static Iterable<String> log(AssertableApplicationContext context) {
		return context.getBean(FailingTransactions.class).log;
	}

	private static void dispatch(ApplicationContext context) {
		ListenerTester.dispatch(context, MessageSend.NAME, Map.of("fingerprint", 1));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableTransactionManagement
	static class Log {

		@Bean
		FailingTransactions transactionManager() {
			return new FailingTransactions();
		}

	}

	static class FailingTransactions extends ListenerBeansTests.Transactions {

		private static final long serialVersionUID = 1L;

		volatile boolean commitFails;

		volatile boolean listenerFails;

		@Override
		protected void doCommit(DefaultTransactionStatus status) {
			if (this.commitFails) {
				throw new TransactionSystemException("commit");
			}
			super.doCommit(status);
		}

	}

	abstract static class Recording {

		final FailingTransactions transactions;

		Recording(FailingTransactions transactions) {
			this.transactions = transactions;
		}

		void record(String entry) {
			this.transactions.log.add(entry);
		}

	}

	static class Durable extends Recording {

		Durable(FailingTransactions transactions) {
			super(transactions);
		}

		@TransactionalEventListener
		void on(CrispEvent event) {
			record("after commit");
		}

	}

	static class Listening extends Recording {

		Listening(FailingTransactions transactions) {
			super(transactions);
		}

		@CrispListener
		void on(MessageSend message) {
			record(TransactionSynchronizationManager.isActualTransactionActive() ? "handled in transaction"
					: "handled");
		}

	}

	static class Throwing {

		@CrispListener
		void on(MessageSend message) {
			throw new IllegalStateException("method");
		}

	}

	static class Erroneous {

		@CrispListener
		void on(MessageSend message) {
			throw new AssertionError("method");
		}

	}

	static class Unconditional {

		@CrispListener(condition = "#message.content().text().length() > 0")
		void on(MessageSend message) {
		}

	}

	static class Slow {

		@CrispListener
		void on(MessageSend message) {
			LockSupport.parkNanos(WaitLimit.DURATION.toNanos());
		}

	}

	static class Plain {

		@EventListener
		void on(MessageSend message) {
			throw new IllegalStateException("plain");
		}

	}

	static class Reactive extends Recording {

		Reactive(FailingTransactions transactions) {
			super(transactions);
		}

		@CrispListener
		Mono<Void> on(MessageSend message) {
			return Mono.defer(() -> {
				record("subscribed");
				return Mono.error(new IllegalStateException("reactive"));
			});
		}

		@CrispListener
		void fail(MessageSend message) {
			if (this.transactions.listenerFails) {
				throw new IllegalStateException("listener");
			}
		}

	}

	static class Replying extends Recording {

		Replying(FailingTransactions transactions) {
			super(transactions);
		}

		@CrispListener
		String on(MessageSend message) {
			record("replying");
			return "Hello";
		}

	}

}
