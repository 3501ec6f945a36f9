/**
 * Spring Security rules for the web hook, on the servlet stack.
 */
@NullMarked
package io.github.crispspring.autoconfigure.security.servlet;

import org.jspecify.annotations.NullMarked;
