package io.github.crispspring.client.website.batch;

import java.util.List;
import java.util.Map;

/**
 * Batch operation that changes the custom data of conversations.
 *
 * @param sessions the identifiers of the conversations
 * @param data the data by key: texts, numbers and booleans
 */
public record WebsiteBatchConversationsDataOperation(List<String> sessions, Map<String, Object> data) {

}
