package io.github.crispspring.replicas;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * JUnit extension that prints the last log lines of all instances when a test fails.
 */
public final class ReplicaLogs implements BeforeTestExecutionCallback, AfterTestExecutionCallback {

	private static final List<Replica> started = new CopyOnWriteArrayList<>();

	static void add(Replica replica) {
		started.add(replica);
	}

	@Override
	public void beforeTestExecution(ExtensionContext context) {
		started.clear();
	}

	@Override
	public void afterTestExecution(ExtensionContext context) {
		if (context.getExecutionException().isPresent()) {
			started.forEach((replica) -> System.out.printf("Log of process %d:%n%s%n%n", replica.pid(), replica.log()));
		}
	}

}
