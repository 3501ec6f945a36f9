package io.github.crispspring.autoconfigure;

import java.util.Set;

import io.github.crispspring.webhook.CrispWebhookController;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/**
 * Handler method that may receive webhooks, independent of the web stack.
 *
 * @param handler the handler method
 * @param paths the paths that it is mapped to
 */
record WebhookRoute(HandlerMethod handler, Set<String> paths) {

	boolean isEndpoint() {
		return CrispWebhookController.class.isAssignableFrom(this.handler.getBeanType());
	}

	/**
	 * Return whether a mapping to the given methods and content types receives webhooks.
	 * An empty set contains all.
	 */
	static boolean receivesJson(Set<RequestMethod> methods, Set<MediaType> contentTypes) {
		return (methods.isEmpty() || methods.contains(RequestMethod.POST)) && (contentTypes.isEmpty()
				|| contentTypes.stream().anyMatch((type) -> type.includes(MediaType.APPLICATION_JSON)));
	}

}
