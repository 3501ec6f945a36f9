package io.github.crispspring.event;

/**
 * Something about media that can be sent: all {@code media:*} events.
 */
public sealed interface MediaEvent extends CrispEvent permits MediaAnimationListed {

}
