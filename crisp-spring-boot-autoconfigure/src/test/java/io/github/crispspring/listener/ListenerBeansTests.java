package io.github.crispspring.listener;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import io.github.crispspring.event.MessageSend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.aop.support.AopUtils;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Listeners in beans with a JDK or CGLIB proxy.
 */
class ListenerBeansTests {

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void transactionalListenerRunsInATransaction(boolean classProxies) {
		proxied(classProxies, TransactionalOrders.class).run((context) -> {
			ListenerTester.dispatch(context, MessageSend.NAME, Map.of());
			assertThat(context.getBean(Transactions.class).log).containsExactly("begin", "handled in transaction",
					"commit");
		});
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void transactionOfAListenerThatFailsIsRolledBack(boolean classProxies) {
		proxied(classProxies, TransactionalOrders.class).run((context) -> {
			context.getBean(Transactions.class).failing = true;
			assertThatIllegalStateException()
				.isThrownBy(() -> ListenerTester.dispatch(context, MessageSend.NAME, Map.of()));
			assertThat(context.getBean(Transactions.class).log).containsExactly("begin", "handled in transaction",
					"rollback");
		});
	}

	@Test
	void proxiesAreOfBothKinds() {
		proxied(true, TransactionalOrders.class)
			.run((context) -> assertThat(AopUtils.isCglibProxy(context.getBean("orders"))).isTrue());
		proxied(false, TransactionalOrders.class)
			.run((context) -> assertThat(Proxy.isProxyClass(context.getBean("orders").getClass())).isTrue());
	}

	@Test
	void methodThatIsMissingInTheInterfacesOfTheProxyPreventsStartup() {
		proxied(false, HiddenBehindProxy.class).run((context) -> assertThat(context).getFailure()
			.hasMessageContaining("onlyInTheClass")
			.hasMessageContaining("interface"));
	}

	@Test
	void privateMethodOfAProxiedBeanPreventsStartup() {
		proxied(true, PrivateBehindProxy.class).run((context) -> assertThat(context).getFailure()
			.hasMessageContaining("secret")
			.hasMessageContaining("Switch its visibility"));
	}

	private static ApplicationContextRunner proxied(boolean classProxies, Class<?> configuration) {
		return ListenerTester.withoutCredentials(TransactionConfiguration.class, configuration)
			.withConfiguration(AutoConfigurations.of(AopAutoConfiguration.class))
			.withPropertyValues("spring.aop.proxy-target-class=" + classProxies);
	}

	@Configuration(proxyBeanMethods = false)
	static class TransactionConfiguration {

		@Bean
		Transactions transactionManager() {
			return new Transactions();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableTransactionManagement
	static class TransactionalOrders {

		@Bean
		OrderNotes orders(Transactions transactions) {
			return new Orders(transactions);
		}

	}

	interface OrderNotes {

		void note(MessageSend message);

	}

	static class Orders implements OrderNotes {

		private final Transactions transactions;

		Orders(Transactions transactions) {
			this.transactions = transactions;
		}

		@Override
		@Transactional
		@CrispListener
		public void note(MessageSend message) {
			this.transactions.log.add(TransactionSynchronizationManager.isActualTransactionActive()
					? "handled in transaction" : "handled");
			if (this.transactions.failing) {
				throw new IllegalStateException("failing");
			}
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableTransactionManagement
	static class HiddenBehindProxy {

		@Bean
		Runnable hidden() {
			return new Hidden();
		}

	}

	static class Hidden implements Runnable {

		@Override
		@Transactional
		public void run() {
		}

		@CrispListener
		public void onlyInTheClass(MessageSend message) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableTransactionManagement
	static class PrivateBehindProxy {

		@Transactional
		public void other() {
		}

		@CrispListener
		private void secret(MessageSend message) {
		}

	}

	/**
	 * Records the transactions.
	 */
	static class Transactions extends AbstractPlatformTransactionManager implements PlatformTransactionManager {

		private static final long serialVersionUID = 1L;

		final transient BlockingQueue<String> log = new LinkedBlockingQueue<>();

		volatile boolean failing;

		@Override
		protected Object doGetTransaction() {
			return List.of();
		}

		@Override
		protected void doBegin(Object transaction, TransactionDefinition definition) {
			this.log.add("begin");
		}

		@Override
		protected void doCommit(DefaultTransactionStatus status) {
			this.log.add("commit");
		}

		@Override
		protected void doRollback(DefaultTransactionStatus status) {
			this.log.add("rollback");
		}

	}

}
