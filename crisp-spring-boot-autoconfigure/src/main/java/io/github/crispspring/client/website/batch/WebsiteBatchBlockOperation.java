package io.github.crispspring.client.website.batch;

import java.util.List;

/**
 * Batch operation that blocks or unblocks the visitors of conversations.
 *
 * @param sessions the identifiers of the conversations
 * @param blocked whether to block
 */
public record WebsiteBatchBlockOperation(List<String> sessions, boolean blocked) {

}
