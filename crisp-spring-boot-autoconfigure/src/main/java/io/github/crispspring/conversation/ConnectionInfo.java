package io.github.crispspring.conversation;

import org.jspecify.annotations.Nullable;

/**
 * Through which network a visitor is connected.
 *
 * @param isp the name of the provider
 * @param asn the number of the autonomous system, such as {@code AS64496}
 */
public record ConnectionInfo(@Nullable String isp, @Nullable String asn) {

}
