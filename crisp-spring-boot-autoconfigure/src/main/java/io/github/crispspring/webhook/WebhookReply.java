package io.github.crispspring.webhook;

import reactor.core.publisher.Mono;

/**
 * The answer once it is known. A type of its own, so that on both stacks nobody but the
 * web hook's own handlers has a say in how it is written.
 *
 * @param answer emits the answer; it never fails
 */
record WebhookReply(Mono<WebhookAnswer> answer) {

}
