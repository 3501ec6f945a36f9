/**
 * How it looks on Spring MVC, in blocking style.
 */
@NullMarked
package io.github.crispspring.example.blocking;

import org.jspecify.annotations.NullMarked;
