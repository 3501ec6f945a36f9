package io.github.crispspring.sample.lab;

import io.github.crispspring.sample.crisp.EventDelivery;

/**
 * State of the controls that simulate faults.
 *
 * @param transport the transport of events
 * @param connected whether an RTM connection exists
 * @param fault the fault of the next message
 */
record LabState(EventDelivery.Transport transport, boolean connected, Fault fault) {
}
