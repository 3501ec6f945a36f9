package io.github.crispspring.rtm;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.github.crispspring.testsupport.WaitLimit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(OutputCaptureExtension.class)
class AsyncApplicationEventPublisherTests {

	private final List<Object> published = new CopyOnWriteArrayList<>();

	@Test
	void eventsArePublishedInOrder() {
		AsyncApplicationEventPublisher publisher = new AsyncApplicationEventPublisher(this.published::add);
		List<ApplicationEvent> events = events(500);
		events.forEach(publisher::publish);
		publisher.whenPublished().block(WaitLimit.DURATION);
		assertThat(this.published).isEqualTo(events);
	}

	@Test
	void eventsAreStillPublishedAfterAListenerFailed(CapturedOutput output) {
		AsyncApplicationEventPublisher publisher = new AsyncApplicationEventPublisher((event) -> {
			this.published.add(event);
			throw new IllegalStateException("a listener failed");
		});
		events(2).forEach(publisher::publish);
		publisher.whenPublished().block(WaitLimit.DURATION);
		assertThat(this.published).hasSize(2);
		assertThat(output).contains("a listener failed");
	}

	@Test
	void oldestEventIsDiscardedIfAListenerIsTooSlow(CapturedOutput output) throws Exception {
		CountDownLatch release = new CountDownLatch(1);
		CountDownLatch reached = new CountDownLatch(1);
		AsyncApplicationEventPublisher publisher = new AsyncApplicationEventPublisher((event) -> {
			reached.countDown();
			try {
				assertThat(release.await(WaitLimit.SECONDS, TimeUnit.SECONDS)).isTrue();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			this.published.add(event);
		});
		List<ApplicationEvent> events = events(1501);
		publisher.publish(events.get(0));
		assertThat(reached.await(WaitLimit.SECONDS, TimeUnit.SECONDS)).isTrue();
		events.subList(1, 1501).forEach(publisher::publish);
		release.countDown();
		publisher.whenPublished().block(WaitLimit.DURATION);
		assertThat(this.published).hasSize(1001).endsWith(events.get(1500));
		assertThat(output).contains("too slow");
	}

	@Test
	void threadEndsWhenAllEventsArePublished() {
		AsyncApplicationEventPublisher publisher = new AsyncApplicationEventPublisher(this.published::add);
		events(1).forEach(publisher::publish);
		publisher.whenPublished().block(WaitLimit.DURATION);
		await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
			.noneMatch((name) -> name.startsWith("crisp-rtm-events")));
	}

	private List<ApplicationEvent> events(int count) {
		return IntStream.range(0, count).<ApplicationEvent>mapToObj(Event::new).toList();
	}

	private static final class Event extends ApplicationEvent {

		private static final long serialVersionUID = 1L;

		Event(int number) {
			super(number);
		}

	}

}
