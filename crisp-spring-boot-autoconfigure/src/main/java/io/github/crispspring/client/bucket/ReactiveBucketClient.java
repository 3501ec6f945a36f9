package io.github.crispspring.client.bucket;

/**
 * Client for all operations on file storage. Each of the interfaces that it extends can
 * be injected instead.
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
