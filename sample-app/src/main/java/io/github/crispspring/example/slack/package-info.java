/**
 * Recipe: notices to Slack.
 */
@NullMarked
package io.github.crispspring.example.slack;

import org.jspecify.annotations.NullMarked;
