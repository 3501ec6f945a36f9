package io.github.crispspring.rtm;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fuzz tests for the parsers: a frame is parsed or rejected with a reason, and no other
 * exception is thrown.
 */
class RtmCodecFuzzTests {

	private static final List<String> SEEDS = List.of("0{\"sid\":\"a\",\"pingInterval\":25000,\"pingTimeout\":20000}",
			"2", "40{\"sid\":\"a\"}", "44{\"message\":\"no\"}", "41", "42[\"message:send\",{\"content\":\"é 😀\"}]",
			"4212[\"a\",{\"b\":[1,2.5e3,null,true]}]", "42/admin,13[\"a\"]", "43/admin,12[]",
			"452-[\"a\",{\"_placeholder\":true,\"num\":0},[{\"_placeholder\":true,\"num\":1}]]", "461-/a,7[]");

	private static final String ALPHABET = "0123456789-/,{}[]\":\\ eE.+_aplnumhold\u0000\uD800é";

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void mutatedFrameIsParsedOrRejected(long seed) {
		Random random = new Random(seed);
		int parsed = 0;
		int rejected = 0;
		for (int i = 0; i < 20_000; i++) {
			String frame = mutate(SEEDS.get(random.nextInt(SEEDS.size())), random);
			try {
				read(frame, random);
				parsed++;
			}
			catch (RtmProtocolException ex) {
				assertThat(ex).hasMessageMatching("[A-Z].{10,200}");
				rejected++;
			}
			catch (RuntimeException ex) {
				throw new AssertionError("Seed %d, frame: %s".formatted(seed, frame), ex);
			}
		}
		assertThat(parsed).isGreaterThan(1000);
		assertThat(rejected).isGreaterThan(1000);
	}

	private void read(String frame, Random random) {
		EnginePacket packet = EnginePacket.parse(frame);
		if (packet.type() == EnginePacket.Type.OPEN) {
			EngineHandshake.parse(packet.payload());
		}
		if (packet.type() == EnginePacket.Type.MESSAGE) {
			SocketPacket message = SocketPacket.parse(packet.payload());
			SocketAttachments attachments = new SocketAttachments(message, 1000);
			for (int i = 0; i < message.attachments(); i++) {
				attachments.add(new byte[random.nextInt(200)]);
			}
		}
	}

	private String mutate(String seed, Random random) {
		StringBuilder frame = new StringBuilder(seed);
		for (int mutations = random.nextInt(4); mutations >= 0; mutations--) {
			int at = random.nextInt(frame.length() + 1);
			int end = Math.min(frame.length(), at + random.nextInt(6));
			switch (random.nextInt(5)) {
				case 0 -> frame.insert(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
				case 1 -> frame.delete(at, end);
				case 2 -> frame.insert(at, frame.substring(at, end).repeat(random.nextInt(20)));
				case 3 -> frame.replace(at, end, SEEDS.get(random.nextInt(SEEDS.size())));
				default -> frame.setLength(at);
			}
		}
		return frame.toString();
	}

}
