package io.github.crispspring.client.bucket;

import org.jspecify.annotations.Nullable;

/**
 * A file for which a URL is wanted.
 *
 * @param namespace what the file is for, such as {@code upload}
 * @param id an identifier of the request, by which its answer can be recognised
 * @param file the file
 * @param resource what the file belongs to
 */
public record BucketURLRequest(String namespace, String id, File file, @Nullable Resource resource) {

	/**
	 * Ask for a file that belongs to nothing in particular.
	 * @param namespace what the file is for, such as {@code upload}
	 * @param id an identifier of the request, by which its answer can be recognised
	 * @param file the file
	 * @return the request
	 */
	public static BucketURLRequest of(String namespace, String id, File file) {
		return new BucketURLRequest(namespace, id, file, null);
	}

	/**
	 * A file.
	 *
	 * @param name its name
	 * @param type its media type, such as {@code image/png}
	 */
	public record File(String name, String type) {

	}

	/**
	 * What a file belongs to.
	 *
	 * @param type what kind of thing it is, such as {@code session}
	 * @param id its identifier
	 */
	public record Resource(String type, String id) {

	}

}
