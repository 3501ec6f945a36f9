package io.github.crispspring.readme;

import java.util.concurrent.locks.Lock;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.integration.jdbc.lock.JdbcLockRegistry;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReplicaExamples}.
 */
class ReplicaExamplesTests {

	@Test
	void lockOfDatabaseIsAcquired() {
		new ApplicationContextRunner().withBean(DataSource.class, ReplicaExamplesTests::database)
			.withConfiguration(AutoConfigurations.of(DataSourceTransactionManagerAutoConfiguration.class))
			.withUserConfiguration(ReplicaExamples.Jdbc.class)
			.run((context) -> {
				Lock lock = context.getBean(JdbcLockRegistry.class).obtain("leader");
				assertThat(lock.tryLock()).isTrue();
				lock.unlock();
			});
	}

	private static DataSource database() {
		return new EmbeddedDatabaseBuilder().setType(EmbeddedDatabaseType.H2)
			.setName("locks;MODE=PostgreSQL")
			.addScript("org/springframework/integration/jdbc/schema-h2.sql")
			.build();
	}

}
