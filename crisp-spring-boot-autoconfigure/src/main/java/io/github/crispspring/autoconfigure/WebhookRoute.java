package io.github.crispspring.autoconfigure;

import java.util.Set;

import org.springframework.web.method.HandlerMethod;

/**
 * Handler method, independent of the web stack.
 *
 * @param handler the handler method
 * @param paths the paths that it is mapped to
 */
record WebhookRoute(HandlerMethod handler, Set<String> paths) {

}
