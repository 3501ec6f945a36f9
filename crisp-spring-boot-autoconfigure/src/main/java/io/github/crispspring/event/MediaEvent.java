package io.github.crispspring.event;

/**
 * Base interface of the {@code media:*} events.
 */
public sealed interface MediaEvent extends CrispEvent permits MediaAnimationListed {

}
