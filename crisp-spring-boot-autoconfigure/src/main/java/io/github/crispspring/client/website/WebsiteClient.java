package io.github.crispspring.client.website;

import io.github.crispspring.client.website.conversation.WebsiteConversationClient;
import io.github.crispspring.client.website.helpdesk.WebsiteHelpdeskClient;

/**
 * All that can be done with a website. Each of the interfaces it joins can be injected in
 * its place.
 */
public interface WebsiteClient extends WebsiteConversationClient, WebsiteHelpdeskClient {

}
