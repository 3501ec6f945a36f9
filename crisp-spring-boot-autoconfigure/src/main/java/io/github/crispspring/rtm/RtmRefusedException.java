package io.github.crispspring.rtm;

/**
 * Crisp refused the credentials: trying again with the same ones is of no use.
 */
final class RtmRefusedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	RtmRefusedException() {
		super("The authentication was answered 'unauthorized'");
	}

}
