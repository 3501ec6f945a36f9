package io.github.crispspring.upload;

import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when a file cannot be uploaded.
 */
public final class CrispUploadException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	CrispUploadException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
