package io.github.crispspring.client.website.batch;

import java.util.List;

/**
 * Batch operation that reports conversations.
 *
 * @param sessions the identifiers of the conversations
 * @param flag the reason, such as {@code spam}
 */
public record WebsiteBatchReportOperation(List<String> sessions, String flag) {

}
