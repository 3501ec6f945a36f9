package io.github.crispspring.client.website.operator;

import org.jspecify.annotations.Nullable;

/**
 * An operator in the list of a website.
 *
 * @param type the kind of operator
 * @param details the operator
 */
public record WebsiteOperatorListOne(@Nullable String type, @Nullable WebsiteOperator details) {

}
