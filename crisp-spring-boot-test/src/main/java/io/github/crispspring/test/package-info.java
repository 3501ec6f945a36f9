/**
 * Tests of applications that use Crisp, without network.
 * <p>
 * {@link io.github.crispspring.test.AutoConfigureCrispTester @AutoConfigureCrispTester}
 * replaces Crisp's servers for the application under test, and nothing else: events reach
 * the listeners through the same dispatcher, and clients send through the same encoding,
 * retries and errors as in production. It works with {@code @SpringBootTest} and with
 * slices such as {@code @WebMvcTest} and {@code @WebFluxTest}. An application without
 * credentials fails to start in its tests as it fails to start in production.
 * <p>
 * {@link io.github.crispspring.test.CrispTester} is the only bean. It has three parts:
 * <ul>
 * <li><strong>Events.</strong> {@code visitorWrites}, {@code operatorWrites} and
 * {@code deliver} call the listeners, wait until they have handled the event, and return
 * a {@link io.github.crispspring.test.CrispEventResult} with the calls they made. A
 * {@link io.github.crispspring.test.CrispTestConversation} selects another conversation
 * or website, and knows the history of the conversation. A listener that fails fails the
 * test.</li>
 * <li><strong>Responses.</strong> {@code given(method, path)} returns a
 * {@link io.github.crispspring.test.CrispStub} that takes query parameters and the
 * responses. The responses of one stub are used in order, the last of them from then on.
 * Where several stubs match a call, the one that was created last applies.</li>
 * <li><strong>Calls.</strong> {@code calls()} returns every
 * {@link io.github.crispspring.test.CrispCall}, also of calls made outside of listeners,
 * with the credentials they used.</li>
 * </ul>
 * <p>
 * Without a stub, Crisp is empty except for the conversations of the test: messages that
 * were written or sent can be read, other reads fail with status 404 and the reason
 * {@code not_stubbed}, existence checks return {@code false}, and writes succeed without
 * data. The exceptions are conversations and messages that the application creates, whose
 * identifiers are returned.
 * <p>
 * Calls, stubs, conversations and remembered events are reset after each test method.
 * Each application context has a tester of its own, so that contexts can be used in
 * parallel. Tests that share a context must not run in parallel.
 */
@NullMarked
package io.github.crispspring.test;

import org.jspecify.annotations.NullMarked;
