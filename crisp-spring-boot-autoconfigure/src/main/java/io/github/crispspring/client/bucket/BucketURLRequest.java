package io.github.crispspring.client.bucket;

import org.jspecify.annotations.Nullable;

/**
 * Request for a URL to which a file can be uploaded.
 *
 * @param namespace the purpose of the file, such as {@code upload}
 * @param id the identifier of the request, which the event with the URL repeats
 * @param file the file
 * @param resource the resource to which the file belongs
 */
public record BucketURLRequest(String namespace, String id, File file, @Nullable Resource resource) {

	/**
	 * Create a request for a file that does not belong to a resource.
	 * @param namespace the purpose of the file, such as {@code upload}
	 * @param id the identifier of the request, which the event with the URL repeats
	 * @param file the file
	 * @return the request
	 */
	public static BucketURLRequest of(String namespace, String id, File file) {
		return new BucketURLRequest(namespace, id, file, null);
	}

	/**
	 * A file.
	 *
	 * @param name the name
	 * @param type the media type, such as {@code image/png}
	 */
	public record File(String name, String type) {

	}

	/**
	 * Resource to which a file belongs.
	 *
	 * @param type the type, such as {@code session}
	 * @param id the identifier
	 */
	public record Resource(String type, String id) {

	}

}
