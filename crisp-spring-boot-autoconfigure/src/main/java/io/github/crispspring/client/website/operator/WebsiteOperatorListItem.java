package io.github.crispspring.client.website.operator;

import org.jspecify.annotations.Nullable;

/**
 * Item in the list of a website's operators.
 *
 * @param type the kind of operator
 * @param details the operator
 */
public record WebsiteOperatorListItem(@Nullable String type, @Nullable WebsiteOperator details) {

}
