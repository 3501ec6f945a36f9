package io.github.crispspring.client.bucket;

/**
 * All that can be done with file storage. Each of the interfaces it joins can be injected
 * in its place.
 */
public interface ReactiveBucketClient extends ReactiveBucketURLClient {

}
