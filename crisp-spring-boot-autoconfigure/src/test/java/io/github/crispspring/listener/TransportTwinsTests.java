package io.github.crispspring.listener;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispDelivery.Transport;
import io.github.crispspring.json.CrispJson;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which events are taken for the same where both transports are on.
 */
class TransportTwinsTests {

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

	private final TransportTwins twins = new TransportTwins(((InstantSource) this.now::get).withZone(ZoneOffset.UTC));

	@Test
	void sameEventOverBothHasOneKey() {
		assertThat(hook("1", "{\"a\":1,\"b\":[1,{\"c\":2,\"d\":3}]}"))
			.isEqualTo(rtm("{\"b\":[1,{\"d\":3,\"c\":2}],\"a\":1}"));
	}

	@Test
	void sameContentAgainIsAnotherEvent() {
		assertThat(rtm("{\"a\":1}")).isNotEqualTo(rtm("{\"a\":1}"));
		assertThat(hook("1", "{\"a\":1}")).isNotEqualTo(hook("2", "{\"a\":1}"));
	}

	@Test
	void eachHasItsTwinWhicheverComesFirst() {
		String first = rtm("{\"a\":1}");
		String second = rtm("{\"a\":1}");
		assertThat(hook("1", "{\"a\":1}")).isEqualTo(first);
		assertThat(hook("2", "{\"a\":1}")).isEqualTo(second);
	}

	@Test
	void redeliveryIsTheSameEvent() {
		String first = hook("1", "{\"a\":1}");
		assertThat(hook("1", "{\"a\":1}")).isEqualTo(first);
		assertThat(rtm("{\"a\":1}")).isEqualTo(first);
	}

	@Test
	void eventThatIsOfferedAgainForLackOfRoomIsTheSame() {
		CrispDelivery delivery = delivery(Transport.RTM, null, "{\"a\":1}");
		String key = this.twins.key("name", delivery);
		assertThat(this.twins.key("name", delivery)).isEqualTo(key);
		assertThat(hook("1", "{\"a\":1}")).isEqualTo(key);
	}

	@Test
	void otherContentAndOtherNameAreOtherEvents() {
		String key = rtm("{\"a\":1}");
		assertThat(hook("1", "{\"a\":2}")).isNotEqualTo(key);
		assertThat(this.twins.key("other", delivery(Transport.WEBHOOK, "2", "{\"a\":1}"))).isNotEqualTo(key);
	}

	@Test
	void sameContentLongAfterIsAnotherEvent() {
		String key = rtm("{\"a\":1}");
		this.now.updateAndGet((time) -> time.plus(Duration.ofMinutes(11)));
		assertThat(hook("1", "{\"a\":1}")).isNotEqualTo(key);
	}

	@Test
	void eventThatOneTransportMissedIsNotLostByTheOther() {
		String missed = hook("1", "{\"a\":1}");
		String second = hook("2", "{\"a\":1}");
		assertThat(rtm("{\"a\":1}")).isEqualTo(missed);
		assertThat(second).isNotEqualTo(missed);
	}

	@Test
	void manyContentsAreNotAllRemembered() {
		for (int i = 0; i < 30_000; i++) {
			rtm("{\"a\":" + i + "}");
		}
		assertThat(hook("1", "{\"a\":29999}"))
			.isEqualTo(this.twins.key("name", delivery(Transport.WEBHOOK, "1", "{\"a\":29999}")));
		assertThat(this.twins).extracting("contents")
			.asInstanceOf(InstanceOfAssertFactories.MAP)
			.hasSizeLessThanOrEqualTo(10_000);
	}

	private String hook(String id, String data) {
		return this.twins.key("name", delivery(Transport.WEBHOOK, id, data));
	}

	private String rtm(String data) {
		return this.twins.key("name", delivery(Transport.RTM, null, data));
	}

	private static CrispDelivery delivery(Transport transport, String id, String data) {
		return new CrispDelivery(transport, id, null, Instant.EPOCH, 1, null, CrispJson.mapper().readTree(data));
	}

}
