package io.github.crispspring.client.website.batch;

import java.util.List;

/**
 * Which conversations are reported, and for what.
 *
 * @param sessions the identifiers of the conversations
 * @param flag for what, such as {@code spam}
 */
public record WebsiteBatchReportOperation(List<String> sessions, String flag) {

}
