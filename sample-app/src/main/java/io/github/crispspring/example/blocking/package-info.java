/**
 * Example of a blocking bot on Spring MVC.
 */
@NullMarked
package io.github.crispspring.example.blocking;

import org.jspecify.annotations.NullMarked;
