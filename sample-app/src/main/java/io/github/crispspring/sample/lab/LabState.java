package io.github.crispspring.sample.lab;

import io.github.crispspring.sample.crisp.EventDelivery;

/**
 * How the switches stand.
 *
 * @param transport the way that events come
 * @param connected whether there is an RTM connection
 * @param fault what is to happen to the next message
 */
record LabState(EventDelivery.Transport transport, boolean connected, Fault fault) {
}
