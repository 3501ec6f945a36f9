package io.github.crispspring.client.website.batch;

import java.util.List;

/**
 * Segments for conversations.
 *
 * @param sessions the identifiers of the conversations
 * @param segments the segments
 */
public record WebsiteBatchConversationsSegmentsOperation(List<String> sessions, List<String> segments) {

}
