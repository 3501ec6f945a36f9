package io.github.crispspring.client.website.batch;

import java.util.List;

/**
 * Batch operation that changes the segments of conversations.
 *
 * @param sessions the identifiers of the conversations
 * @param segments the segments
 */
public record WebsiteBatchConversationsSegmentsOperation(List<String> sessions, List<String> segments) {

}
