package io.github.crispspring.generator;

import java.util.regex.Pattern;

import com.palantir.javapoet.ClassName;

/**
 * Names of the clients in both styles.
 */
final class ClientNames {

	private static final Pattern REACTIVE = Pattern.compile("Reactive(\\w+Client)");

	private ClientNames() {
	}

	/**
	 * Return whether a simple name is that of a reactive client.
	 */
	static boolean isReactive(String simpleName) {
		return REACTIVE.matcher(simpleName).matches();
	}

	/**
	 * Return the blocking type for a reactive client, and any other type as it is.
	 */
	static ClassName blocking(ClassName type) {
		return isReactive(type.simpleName()) ? type.peerClass(type.simpleName().substring("Reactive".length())) : type;
	}

}
