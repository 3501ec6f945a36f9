/**
 * Spring Security support for webhooks on the servlet stack.
 */
@NullMarked
package io.github.crispspring.autoconfigure.security.servlet;

import org.jspecify.annotations.NullMarked;
