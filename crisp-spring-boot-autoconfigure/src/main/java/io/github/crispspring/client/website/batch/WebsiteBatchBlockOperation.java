package io.github.crispspring.client.website.batch;

import java.util.List;

/**
 * The visitors of which conversations are blocked or not.
 *
 * @param sessions the identifiers of the conversations
 * @param blocked whether to block
 */
public record WebsiteBatchBlockOperation(List<String> sessions, boolean blocked) {

}
