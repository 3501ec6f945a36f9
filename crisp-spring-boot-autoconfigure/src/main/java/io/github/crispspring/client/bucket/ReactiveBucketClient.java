package io.github.crispspring.client.bucket;

/**
 * Client for all operations on file storage. Each of the interfaces that it extends can
 * be injected instead.
 */
public interface ReactiveBucketClient extends ReactiveBucketURLClient {

}
