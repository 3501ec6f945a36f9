package io.github.crispspring.client.bucket;

/**
 * All that can be done with file storage. Each of the interfaces it joins can be injected
 * in its place.
 */
public interface ReactiveBucketClient extends ReactiveBucketURLClient {

	/**
	 * Return the methods for URLs of the file storage only.
	 * @return this client
	 */
	default ReactiveBucketURLClient url() {
		return this;
	}

}
